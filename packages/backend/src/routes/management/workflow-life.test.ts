import { describe, expect, test } from 'vitest'
import { createManagementDriver } from '../../fixtures/management-driver.ts'
import {
  askGraph,
  callGraph,
  createPublished,
  createWithDraft,
  sayGraph,
} from '../../fixtures/workflow-graphs.ts'

describe('the life of a workflow', () => {
  test('keeps every change of the draft, and commits it to the active version on Save (I39, C19)', async () => {
    const driver = createManagementDriver()
    const id = await createWithDraft(driver, sayGraph())

    const edited = await driver.read('GET', `/workflows/${id}`)
    const before = await driver.read('GET', `/workflows/${id}/versions/0`)
    const saved = await driver.read('POST', `/workflows/${id}/save`, {})
    const after = await driver.read('GET', `/workflows/${id}/versions/0`)

    expect([edited.nodes.length, edited.hasUnsavedChanges, before.nodes.length]).toEqual([2, true, 0])
    expect([saved.hasUnsavedChanges, saved.versions, after.nodes.length]).toEqual([false, 1, 2])
  })

  test('makes a new version on Save, without activating it (C23, C69)', async () => {
    const driver = createManagementDriver()
    const id = await createWithDraft(driver, sayGraph(), { dialect: 'conversation' })

    const saved = await driver.read('POST', `/workflows/${id}/save`, { name: 'Greets' })
    const { versions } = await driver.read('GET', `/workflows/${id}/versions`)

    expect([saved.activeVersion, saved.savedVersion, saved.status]).toEqual([0, 1, 'draft'])
    expect(versions).toMatchObject([
      { number: 0, isActive: true },
      { number: 1, name: 'Greets', isActive: false },
    ])
  })

  test('saves and activates on Publish (C24), and throws away what was not saved on Clear (C22)', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph('One'), { dialect: 'conversation' })
    await driver.read('PATCH', `/workflows/${id}`, sayGraph('Two'))

    const cleared = await driver.read('POST', `/workflows/${id}/clear`)

    expect(cleared).toMatchObject({
      status: 'active',
      statusWord: 'Active',
      activeVersion: 1,
      hasUnsavedChanges: false,
    })
    expect(cleared.nodes[1].config).toEqual({ text: 'One' })
  })

  test('refuses to publish what cannot run, with every problem and its place, and keeps nothing of it', async () => {
    const driver = createManagementDriver()
    const { nodes, edges } = sayGraph(' ')
    const id = await createWithDraft(driver, { nodes, edges }, { dialect: 'conversation' })

    const answered = await driver.ask('POST', `/workflows/${id}/publish`, {})
    const workflow = await driver.read('GET', `/workflows/${id}`)

    expect(answered.status).toBe(422)
    expect(answered.body.detail).toContain('The draft cannot be published. Write the message.')
    expect(answered.body.problems).toContainEqual(
      expect.objectContaining({ path: 'nodes[1].config.text', sentence: 'Write the message.' }),
    )
    expect(workflow).toMatchObject({ status: 'draft', versions: 1 })
  })

  test('goes from status to status by the allowed moves alone (C06–C09, G21)', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph())
    const move = (status: string) => driver.ask('PATCH', `/workflows/${id}`, { status })

    expect((await move('paused')).body.status).toBe('paused')
    expect((await move('active')).body.status).toBe('active')
    expect((await move('archived')).body.status).toBe('archived')
    const straight = await move('paused')
    const edit = await driver.ask('PATCH', `/workflows/${id}`, { name: 'Else' })
    const run = await driver.ask('POST', `/workflows/${id}/execute`, {})
    expect((await move('draft')).body.status).toBe('draft')

    expect([straight.status, edit.status, run.status]).toEqual([409, 409, 409])
    expect(straight.body.detail).toBe(
      'A workflow with the status “archived” can become “draft”, not “paused”.',
    )
  })

  test('goes live by its status only when the active version can run', async () => {
    const driver = createManagementDriver()
    const { id } = await driver.read('POST', '/workflows', { name: 'Empty' })

    const answered = await driver.ask('PATCH', `/workflows/${id}`, { status: 'active', name: 'Renamed' })

    expect(answered.status).toBe(422)
    expect((await driver.read('GET', `/workflows/${id}`)).name).toBe('Empty')
  })

  test('keeps the active version of a live workflow able to run', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph())

    const emptied = await driver.ask('PATCH', `/workflows/${id}`, { version: 0, nodes: [], edges: [] })
    await driver.read('PATCH', `/workflows/${id}`, { nodes: [], edges: [] })
    const saved = await driver.ask('POST', `/workflows/${id}/save`, {})

    expect([emptied.status, saved.status]).toEqual([422, 422])
    expect((await driver.read('GET', `/workflows/${id}/versions/0`)).nodes).toHaveLength(2)
  })

  test('deletes a workflow with its versions and runs, confirmed by its name (I52)', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, askGraph)
    const run = await driver.read('POST', `/workflows/${id}/execute`, {})

    const bare = await driver.ask('DELETE', `/workflows/${id}`)
    const wrong = await driver.ask('DELETE', `/workflows/${id}?confirm=order%20help`)
    const deleted = await driver.read('DELETE', `/workflows/${id}`, { confirm: 'Order help' })

    expect([bare.status, wrong.status]).toEqual([409, 422])
    expect(bare.body.detail).toContain('Confirm it with the workflow’s name: ?confirm=Order%20help')
    expect(deleted).toEqual({ id, versions: 1, runs: 1 })
    expect((await driver.ask('GET', `/runs/${run.id}`)).status).toBe(404)
    expect((await driver.ask('GET', `/workflows/${id}`)).status).toBe(404)
    expect(driver.store.list('versions', null)).toEqual([])
  })

  test('tells how it does: counts, success rate, error rate and latency (G23)', async () => {
    const answers = [true, true, true, false]
    const driver = createManagementDriver({
      reach: async () => {
        await new Promise((resolve) => driver.clock.after(200, () => resolve(null)))
        return answers.shift()
          ? { type: 'succeeded', output: { status: 200, headers: {}, body: {} } }
          : { type: 'failed', error: 'It answered 500.' }
      },
    })
    const id = await createPublished(driver, callGraph('https://api.example.com/orders'))
    for (let count = 0; count < 4; count += 1) {
      await driver.read('POST', `/workflows/${id}/execute`, {})
      await driver.clock.advance(1000)
    }
    await driver.read('POST', `/workflows/${id}/test`, {})

    const stats = await driver.read('GET', `/workflows/${id}/stats`)

    expect(stats).toMatchObject({
      total: 4,
      byStatus: { completed: 3, failed: 1 },
      successRate: 0.75,
      errorRate: 0.25,
      latency: { p50: 200, p95: 200 },
    })
    expect((await driver.read('GET', `/workflows/${id}/stats?mode=test`)).total).toBe(1)
  })
})
