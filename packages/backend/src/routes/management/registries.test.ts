import { describe, expect, test } from 'vitest'
import { createManagementDriver } from '../../fixtures/management-driver.ts'
import { createPublished, sayGraph } from '../../fixtures/workflow-graphs.ts'
import { dueSchedules, markFired } from '../../library/schedules.ts'

describe('schedules', () => {
  test('fire once at a moment, or by cron in their time zone (I61)', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph())
    const create = (timing: object) => driver.ask('POST', `/workflows/${id}/schedules`, { timing })

    const once = await create({ type: 'once', at: '2026-11-22T09:00:00+01:00' })
    const cron = await create({ type: 'cron', expression: '30 8 * * 1-5', timezone: 'Europe/Berlin' })

    expect(once.status).toBe(201)
    expect(once.body).toMatchObject({
      nextAt: '2026-11-22T08:00:00.000Z',
      isEnabled: true,
      lastFiredAt: null,
    })
    expect(cron.body.nextAt).toBe('2026-11-23T07:30:00.000Z')
    expect((await driver.read('GET', `/workflows/${id}/schedules`)).total).toBe(2)
  })

  test.each([
    [{ type: 'cron', expression: '61 * * * *' }, 'timing.expression'],
    [{ type: 'cron', expression: '* * * * * *' }, 'timing.expression'],
    [{ type: 'cron', expression: '0 0 31 2 *' }, 'timing.expression'],
    [{ type: 'cron', expression: '0 0 * * *', timezone: 'Mars/Olympus' }, 'timing.timezone'],
    [{ type: 'once', at: '2020-01-01T00:00:00Z' }, 'timing.at'],
  ])('refuse %j', async (timing, path) => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph())

    const answered = await driver.ask('POST', `/workflows/${id}/schedules`, { timing })

    expect([answered.status, Object.keys(answered.body.errors)]).toEqual([422, [path]])
  })

  test('are due when their moment has come, while their workflow is active', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph())
    const { id: scheduleId } = await driver.read('POST', `/workflows/${id}/schedules`, {
      timing: { type: 'cron', expression: '0 * * * *' },
    })
    const due = () => dueSchedules(driver.context.library, driver.clock.now()).map((schedule) => schedule.id)

    const early = due()
    await driver.clock.advance(3_600_000 * 5)
    const late = due()
    await driver.read('PATCH', `/workflows/${id}`, { status: 'paused' })
    const paused = due()
    await driver.read('PATCH', `/workflows/${id}`, { status: 'active' })
    const schedule = driver.store.get('schedules', scheduleId)
    if (schedule) markFired(driver.context.library, schedule, driver.clock.now())

    expect([early, late, paused, due()]).toEqual([[], [scheduleId], [], []])
    expect(await driver.read('GET', `/workflows/${id}/schedules/${scheduleId}`)).toMatchObject({
      nextAt: '2026-11-21T18:00:00.000Z',
    })
  })

  test('follow the trigger of the active version', async () => {
    const driver = createManagementDriver()
    const { nodes, edges } = sayGraph()
    const trigger = {
      id: 'start',
      type: 'schedule',
      name: 'Daily',
      config: { cron: '0 9 * * *', timeZone: 'UTC' },
    }
    const id = await createPublished(driver, { nodes: [trigger, ...nodes.slice(1)], edges })

    const scheduled = await driver.read('GET', `/workflows/${id}/schedules`)
    await driver.read('PATCH', `/workflows/${id}`, { nodes, edges })
    await driver.read('POST', `/workflows/${id}/publish`, {})

    expect(scheduled.schedules).toMatchObject([
      { timing: { expression: '0 9 * * *' }, nextAt: '2026-11-22T09:00:00.000Z' },
    ])
    expect((await driver.read('GET', `/workflows/${id}/schedules`)).total).toBe(0)
  })

  test('are switched off, changed and taken away', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph())
    const timing = { type: 'cron', expression: '0 * * * *' }
    const made = await driver.read('POST', `/workflows/${id}/schedules`, { timing, input: { plan: 'gold' } })
    const path = `/workflows/${id}/schedules/${made.id}`

    const off = await driver.read('PATCH', path, { isEnabled: false })
    await driver.clock.advance(7_200_000)
    const due = dueSchedules(driver.context.library, driver.clock.now())
    const deleted = await driver.ask('DELETE', path)

    expect([off.isEnabled, off.input, due, deleted.status]).toEqual([false, { plan: 'gold' }, [], 204])
  })
})

describe('tools', () => {
  test.each([
    { type: 'python', code: 'def main(input):\n  return input' },
    { type: 'javascript', code: 'export const main = (input) => input' },
    {
      type: 'api',
      method: 'POST',
      url: 'https://api.example.com/{{id}}',
      headers: [{ name: 'A', value: '{{key}}' }],
      body: null,
    },
    { type: 'knowledge', collection: 'faq', limit: 5 },
  ])('of the type $type are registered, changed and taken away (I21)', async (content) => {
    const driver = createManagementDriver()

    const made = await driver.ask('POST', '/tools', {
      name: 'lookup_order',
      description: 'Looks up.',
      content,
    })
    const twin = await driver.ask('POST', '/tools', { name: 'lookup_order', content })
    const changed = await driver.read('PATCH', `/tools/${made.body.id}`, {
      description: 'Looks an order up.',
    })
    const listed = await driver.read('GET', '/tools')
    const deleted = await driver.ask('DELETE', `/tools/${made.body.id}`)

    expect([made.status, twin.status, deleted.status]).toEqual([201, 409, 204])
    expect(changed).toMatchObject({ content, description: 'Looks an order up.' })
    expect(listed.tools).toMatchObject([{ name: 'lookup_order' }])
  })

  test('are refused with the field that is wrong', async () => {
    const driver = createManagementDriver()
    const content = { type: 'api', method: 'GET', url: 'ftp://x', headers: [], body: null }

    const address = await driver.ask('POST', '/tools', { name: 'a', content })
    const name = await driver.ask('POST', '/tools', { name: '1 a', content })

    expect([Object.keys(address.body.errors), Object.keys(name.body.errors)]).toEqual([
      ['content.url'],
      ['name'],
    ])
  })
})

describe('documents', () => {
  test('are kept, found by title, changed and taken away', async () => {
    const driver = createManagementDriver()

    const made = await driver.ask('POST', '/documents', {
      title: 'Returns',
      text: 'Within 30 days.',
      collection: 'faq',
    })
    await driver.read('POST', '/documents', { title: 'Shipping', text: 'Two days.' })
    const found = await driver.read('GET', '/documents?search=ret')
    const changed = await driver.read('PATCH', `/documents/${made.body.id}`, { text: 'Within 60 days.' })
    const deleted = await driver.ask('DELETE', `/documents/${made.body.id}`)

    expect(made.status).toBe(201)
    expect(found.documents).toMatchObject([{ title: 'Returns', size: 15 }])
    expect([changed.text, changed.collection, deleted.status]).toEqual(['Within 60 days.', 'faq', 204])
  })
})
