import { describe, expect, test } from 'vitest'
import { createManagementDriver } from '../../fixtures/management-driver.ts'
import { callGraph, createPublished, createWithDraft, sayGraph } from '../../fixtures/workflow-graphs.ts'

const secret = { name: 'api_key', value: 'sk-top-secret-0001', is_secret: true, hosts: ['api.example.com'] }
const mask = '••••••'

describe('global variables', () => {
  test('are text, JSON or prompts with a description and a category (I28, I30–I32, I62)', async () => {
    const driver = createManagementDriver()
    const prompt = 'You are a patient assistant.\n'.repeat(100)

    const made = await driver.ask('POST', '/global-variables', {
      name: 'prompt',
      value: prompt,
      description: 'd'.repeat(1024),
      category: 'Prompts',
    })
    await driver.read('POST', '/global-variables', {
      name: 'limits',
      value: { retries: 3, hosts: ['a'] },
      category: 'Config',
    })
    const all = await driver.read('GET', '/global-variables')
    const prompts = await driver.read('GET', '/global-variables?category=Prompts')

    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ id: 'prompt', name: 'prompt', value: prompt, is_secret: false })
    expect(all.variables.map((each: { name: string; value: unknown }) => [each.name, each.value])).toEqual([
      ['limits', { retries: 3, hosts: ['a'] }],
      ['prompt', prompt],
    ])
    expect(prompts.total).toBe(1)
  })

  test('take a description of at most 1,024 characters (I31)', async () => {
    const driver = createManagementDriver()

    const answered = await driver.ask('POST', '/global-variables', {
      name: 'a',
      value: 1,
      description: 'd'.repeat(1025),
    })

    expect(answered.body.errors.description).toEqual([
      '“description” is too long: it may have at most 1024 characters.',
    ])
  })

  test.each(['a', '_', '_9', 'A_b_1'])('may be called %s (I29)', async (name) => {
    const driver = createManagementDriver()

    expect((await driver.ask('POST', '/global-variables', { name, value: '' })).status).toBe(201)
  })

  test.each(['9a', 'a-b', 'a b', 'ä', 'a.b', '__proto__', 'constructor', 'x'.repeat(129)])(
    'may not be called %s (I29)',
    async (name) => {
      const driver = createManagementDriver()

      const answered = await driver.ask('POST', '/global-variables', { name, value: '' })

      expect(answered.status).toBe(422)
      expect(answered.body.errors.name[0]).toContain('use letters, digits and underscores')
    },
  )

  test.each(['now', 'date', 'time', 'year', 'month', 'day', 'hour', 'minute', 'workflow_invoke_count'])(
    'may not have the reserved name %s (I34)',
    async (name) => {
      const driver = createManagementDriver()

      const answered = await driver.ask('POST', '/global-variables', { name, value: '' })

      expect(answered.body.errors.name).toEqual([
        `“${name}” is reserved: the runtime gives it its value. Choose another name.`,
      ])
    },
  )

  test('have names of their own, are changed, and taken away', async () => {
    const driver = createManagementDriver()
    await driver.read('POST', '/global-variables', { name: 'plan', value: 'free' })

    const twin = await driver.ask('POST', '/global-variables', { name: 'plan', value: 'x' })
    const changed = await driver.read('PATCH', '/global-variables/plan', {
      value: 'gold',
      category: 'Config',
    })
    const deleted = await driver.ask('DELETE', '/global-variables/plan')

    expect([twin.status, changed.value, changed.category, deleted.status]).toEqual([
      409,
      'gold',
      'Config',
      204,
    ])
    expect((await driver.ask('GET', '/global-variables/plan')).status).toBe(404)
  })
})

describe('secrets', () => {
  test('are masked in every answer, and lie sealed in the store (I33)', async () => {
    const driver = createManagementDriver()

    const made = await driver.read('POST', '/global-variables', secret)
    const read = await driver.read('GET', '/global-variables/api_key')
    const listed = await driver.read('GET', '/global-variables')
    const changed = await driver.read('PATCH', '/global-variables/api_key', { description: 'For orders' })

    for (const body of [made, read, listed.variables[0], changed]) expect(body.value).toBe(mask)
    expect(changed).toMatchObject({ is_secret: true, hosts: ['api.example.com'], description: 'For orders' })
    expect(JSON.stringify(driver.store.list('variables', null))).not.toContain('sk-top-secret')
  })

  test('become readable only together with a new value, and never take the mask for one', async () => {
    const driver = createManagementDriver()
    await driver.read('POST', '/global-variables', secret)

    const bared = await driver.ask('PATCH', '/global-variables/api_key', { is_secret: false })
    const echoed = await driver.ask('PATCH', '/global-variables/api_key', { value: mask })
    const replaced = await driver.read('PATCH', '/global-variables/api_key', {
      is_secret: false,
      value: 'public',
    })

    expect([bared.status, echoed.status]).toEqual([422, 422])
    expect(replaced).toMatchObject({ value: 'public', is_secret: false, hosts: [] })
  })

  test('seal a plain variable that becomes one', async () => {
    const driver = createManagementDriver()
    await driver.read('POST', '/global-variables', { name: 'token', value: 'was-plain-before' })

    const sealed = await driver.read('PATCH', '/global-variables/token', { is_secret: true })

    expect(sealed.value).toBe(mask)
    expect(JSON.stringify(driver.store.list('variables', null))).not.toContain('was-plain-before')
  })

  test.each(['https://api.example.com', '*', 'a b'])('are not bound to %s', async (host) => {
    const driver = createManagementDriver()

    const answered = await driver.ask('POST', '/global-variables', { ...secret, hosts: [host] })

    expect(answered.body.errors.hosts[0]).toContain(`“${host}”`)
  })

  test('have to be bound to the host that a workflow sends them to', async () => {
    const driver = createManagementDriver()
    await driver.read('POST', '/global-variables', { ...secret, hosts: [] })
    const header = { name: 'Authorization', value: 'Bearer {{api_key}}' }
    const id = await createWithDraft(driver, callGraph('https://api.example.com/orders', [header]))

    const unbound = await driver.ask('POST', `/workflows/${id}/publish`, {})
    await driver.read('PATCH', '/global-variables/api_key', { hosts: ['api.example.com'] })
    const bound = await driver.ask('POST', `/workflows/${id}/publish`, {})

    expect([unbound.status, bound.status]).toEqual([422, 200])
    expect(unbound.body.problems[0].sentence).toContain('api_key')
  })

  test('stay masked in a run whose service tells one back (I33)', async () => {
    const told = { status: 200, headers: {}, body: { echo: secret.value, deep: [btoa(secret.value)] } }
    const driver = createManagementDriver({
      reach: () => Promise.resolve({ type: 'succeeded', output: told }),
    })
    await driver.read('POST', '/global-variables', secret)
    const header = { name: 'Authorization', value: 'Bearer {{api_key}}' }
    const id = await createPublished(driver, callGraph('https://api.example.com/orders', [header]))

    const { id: runId } = await driver.read('POST', `/workflows/${id}/execute`, {})
    // It ends with the run, however long the secret takes to be opened.
    const progress = await (await driver.fetch('GET', `/runs/${runId}/events`)).text()
    const answers = [
      await driver.read('GET', `/runs/${runId}`),
      await driver.read('GET', `/runs/${runId}/input`),
      await driver.read('GET', '/runs'),
      progress,
    ]

    expect(answers[0]).toMatchObject({ status: 'completed' })
    expect(JSON.stringify(answers)).not.toContain(secret.value)
    expect(JSON.stringify(answers)).not.toContain(btoa(secret.value))
    expect(JSON.stringify(answers[0])).toContain(mask)
  })

  test('are hidden in runs of before they were secrets, too (I33)', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph('{{token}}'))
    const run = await driver.read('POST', `/workflows/${id}/execute`, {
      input: { token: 'tok-was-in-the-open' },
    })
    await driver.settle()

    await driver.read('POST', '/global-variables', {
      name: 'late',
      value: 'tok-was-in-the-open',
      is_secret: true,
    })
    const answers = [
      await driver.read('GET', `/runs/${run.id}`),
      await driver.read('GET', `/runs/${run.id}/input`),
      await (await driver.fetch('GET', `/runs/${run.id}/events`)).text(),
    ]

    expect(JSON.stringify(answers)).not.toContain('tok-was-in-the-open')
    expect(answers[0].input).toEqual({ token: mask })
  })

  test('give way to no value of a run, which wins over a plain variable (I36, I37)', async () => {
    const driver = createManagementDriver()
    await driver.read('POST', '/global-variables', secret)
    await driver.read('POST', '/global-variables', { name: 'plan', value: 'free' })
    const id = await createPublished(driver, sayGraph('{{plan}}'))

    const shadow = await driver.ask('POST', `/workflows/${id}/execute`, { input: { api_key: 'mine' } })
    const usual = await driver.read('POST', `/workflows/${id}/execute`, {})
    const own = await driver.read('POST', `/workflows/${id}/execute`, { input: { plan: 'gold' } })
    await driver.settle()
    const saidBy = async (runId: string) => (await driver.read('GET', `/runs/${runId}`)).steps[1].output.text

    expect([shadow.status, Object.keys(shadow.body.errors)]).toEqual([422, ['input.api_key']])
    expect([await saidBy(usual.id), await saidBy(own.id)]).toEqual(['free', 'gold'])
  })
})
