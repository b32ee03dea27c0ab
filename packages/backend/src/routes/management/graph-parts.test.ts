import { exampleWorkflows } from '@threadwork/engine'
import { describe, expect, test } from 'vitest'
import { createManagementDriver } from '../../fixtures/management-driver.ts'
import { createWithDraft, sayGraph } from '../../fixtures/workflow-graphs.ts'

const seeded = async (dialect = 'graph') => {
  const driver = createManagementDriver()
  const { id: workflowId } = await driver.read('POST', '/workflows', { name: 'Intake', dialect })
  return { driver, workflowId }
}

describe('nodes', () => {
  test('are added to the draft in the words of the seed (I08, I11, I62)', async () => {
    const { driver, workflowId } = await seeded()

    const made = await driver.ask('POST', '/nodes', {
      workflowId,
      type: 'SAY_LLM',
      name: 'Greet',
      config: { 'LLM Provider': 'Azure OpenAI', Model: 'gpt-5', 'System Prompt': 'Greet {{name}}.' },
      position: { x: 10, y: 20 },
    })
    const read = await driver.read('GET', `/nodes/${made.body.id}?workflowId=${workflowId}`)

    expect(made.status).toBe(201)
    expect(read).toEqual(made.body)
    expect(read).toMatchObject({
      type: 'say-llm',
      typeWord: 'SAY_LLM',
      config: { provider: 'azure-openai', model: 'gpt-5', systemPrompt: 'Greet {{name}}.' },
      position: { x: 10, y: 20 },
      version: null,
      workflowId,
    })
  })

  test.each(['say-llm', 'SAY_LLM'])('take our keys under the type %s', async (type) => {
    const { driver, workflowId } = await seeded()

    const made = await driver.read('POST', '/nodes', {
      workflowId,
      type,
      name: 'Greet',
      config: { systemPrompt: 'Hi' },
    })

    expect(made).toMatchObject({ type: 'say-llm', typeWord: 'SAY_LLM', config: { systemPrompt: 'Hi' } })
  })

  test('take a new config in the keys of the seed, as they take a new node', async () => {
    const { driver, workflowId } = await seeded()
    const { id } = await driver.read('POST', '/nodes', { workflowId, type: 'HTTP_REQUEST', name: 'Call' })
    const config = { URL: 'https://api.example.com', Method: 'POST', Body: '{}' }

    const changed = await driver.read('PATCH', `/nodes/${id}`, { workflowId, config })

    expect(changed).toMatchObject({
      type: 'http-request',
      config: { url: 'https://api.example.com', method: 'POST', body: '{}' },
    })
  })

  test.each(exampleWorkflows.map(({ id }) => id))(
    'keep the config that was read when it is sent back: %s',
    async (template) => {
      const driver = createManagementDriver()
      const { id: workflowId, nodes } = await driver.read('POST', `/templates/${template}/workflows`, {})

      for (const { id, config } of nodes) {
        const changed = await driver.read('PATCH', `/nodes/${id}`, { workflowId, config })
        expect(changed).toMatchObject({ config })
      }
      const { nodes: kept } = await driver.read('GET', `/workflows/${workflowId}`)

      expect(kept).toEqual(nodes)
    },
  )

  test('of an unknown type are kept as they are (I20)', async () => {
    const { driver, workflowId } = await seeded()

    const made = await driver.read('POST', '/nodes', {
      workflowId,
      type: 'TELEPORT',
      name: 'Go',
      config: { to: 'Mars' },
    })
    const { problems, isSound } = await driver.read('GET', `/workflows/${workflowId}/validate`)

    expect(made).toMatchObject({ type: 'TELEPORT', typeWord: 'TELEPORT', config: { to: 'Mars' } })
    expect(isSound).toBe(false)
    expect(problems[0]).toMatchObject({ path: expect.stringContaining('nodes[0]'), nodeId: made.id })
  })

  test('are changed, and taken away with the edges at them', async () => {
    const driver = createManagementDriver()
    const workflowId = await createWithDraft(driver, sayGraph())

    const changed = await driver.read('PATCH', '/nodes/say', {
      workflowId,
      name: 'Say more',
      config: { text: 'More' },
    })
    const deleted = await driver.ask('DELETE', `/nodes/say?workflowId=${workflowId}`)
    const { nodes, edges } = await driver.read('GET', `/workflows/${workflowId}`)

    expect(changed).toMatchObject({
      id: 'say',
      type: 'send-message',
      name: 'Say more',
      config: { text: 'More' },
    })
    expect([deleted.status, nodes.length, edges]).toEqual([204, 1, []])
  })

  test('can be sent back as they were read', async () => {
    const driver = createManagementDriver()
    const id = await createWithDraft(driver, sayGraph(), { dialect: 'conversation' })
    const before = await driver.read('GET', `/workflows/${id}`)

    const { nodes, edges, settings } = before
    const after = await driver.read('PATCH', `/workflows/${id}`, { nodes, edges, settings })

    expect([after.nodes, after.edges, after.settings]).toEqual([nodes, edges, settings])
    expect(after.nodes[1]).not.toHaveProperty('extra')
  })

  test('are 500 in a version at the most, each with a config of at most 64 KB', async () => {
    const { driver, workflowId } = await seeded()
    const node = (index: number): object => ({ id: `n${index}`, type: 'end', name: '' })
    const many = Array.from({ length: 500 }, (_, index) => node(index))
    const large = { workflowId, type: 'end', name: '', config: { text: 'x'.repeat(65_536) } }

    const tooMany = await driver.ask('PATCH', `/workflows/${workflowId}`, { nodes: [...many, node(500)] })
    await driver.read('PATCH', `/workflows/${workflowId}`, { nodes: many })
    const oneMore = await driver.ask('POST', '/nodes', { workflowId, type: 'end', name: '' })
    const tooLarge = await driver.ask('POST', '/nodes', large)

    expect([tooMany.status, oneMore.status, tooLarge.status]).toEqual([422, 409, 422])
    expect(tooMany.body.errors.nodes[0]).toBe('“nodes” is too long: it may have at most 500 entries.')
    expect(tooLarge.body.errors.config[0]).toContain('more than 65536 characters')
  })

  test('keep a key that would reach a prototype as data', async () => {
    const { driver, workflowId } = await seeded()
    const config = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}')

    const made = await driver.read('POST', '/nodes', { workflowId, type: 'X', name: '', config })

    expect(JSON.stringify(made.config)).toBe('{"__proto__":{"polluted":true},"constructor":1}')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('edges', () => {
  test('connect two nodes directly, by a condition with a priority, or beside (I22–I24, I26)', async () => {
    const driver = createManagementDriver()
    const workflowId = await createWithDraft(driver, { nodes: sayGraph().nodes, edges: [] })
    const ends = { workflowId, source: 'start', target: 'say' }

    const direct = await driver.ask('POST', '/edges', { ...ends, type: 'direct' })
    const conditional = await driver.read('POST', '/edges', {
      ...ends,
      type: 'conditional',
      condition: 'The patient confirmed their appointment',
      priority: 2,
    })
    const companion = await driver.read('POST', '/edges', { ...ends, type: 'companion' })

    expect(direct.status).toBe(201)
    expect(conditional).toMatchObject({ condition: 'The patient confirmed their appointment', priority: 2 })
    expect((await driver.read('GET', `/workflows/${workflowId}`)).edges).toHaveLength(3)
    expect(await driver.read('GET', `/edges/${companion.id}?workflowId=${workflowId}`)).toEqual(companion)
  })

  test('take the words of seed 004 (C54)', async () => {
    const driver = createManagementDriver()
    const workflowId = await createWithDraft(
      driver,
      { nodes: sayGraph().nodes, edges: [] },
      { dialect: 'conversation' },
    )

    const edge = await driver.read('POST', '/edges', {
      workflowId,
      source: 'start',
      target: 'say',
      type: 'True',
    })

    expect(edge.type).toBe('true')
  })

  test('are changed and taken away; null takes a condition away', async () => {
    const driver = createManagementDriver()
    const workflowId = await createWithDraft(driver, sayGraph())

    await driver.read('PATCH', '/edges/go', {
      workflowId,
      type: 'conditional',
      condition: 'It is so',
      priority: 1,
    })
    const plain = await driver.read('PATCH', '/edges/go', {
      workflowId,
      type: 'direct',
      condition: null,
      priority: null,
    })
    const deleted = await driver.ask('DELETE', `/edges/go?workflowId=${workflowId}`)

    expect(plain).toEqual({
      id: 'go',
      source: 'start',
      target: 'say',
      type: 'direct',
      workflowId,
      version: null,
    })
    expect([
      deleted.status,
      (await driver.ask('DELETE', `/edges/go?workflowId=${workflowId}`)).status,
    ]).toEqual([204, 404])
  })

  test('need both of their ends', async () => {
    const driver = createManagementDriver()
    const workflowId = await createWithDraft(driver, sayGraph())

    const answered = await driver.ask('POST', '/edges', { workflowId, source: 'start', target: 'nowhere' })

    expect(answered.status).toBe(422)
    expect(answered.body.errors.target[0]).toContain('There is no node “nowhere”')
  })
})

test('lists the types of nodes with their words and the schemas of their configs (I10)', async () => {
  const driver = createManagementDriver()

  const { nodeTypes } = await driver.read('GET', '/node-types')

  const http = nodeTypes.find((each: { type: string }) => each.type === 'http-request')
  expect(http.words).toEqual({ graph: ['HTTP_REQUEST'], conversation: ['Fetch API'] })
  expect(Object.keys(http.configSchema.properties)).toContain('url')
  expect(nodeTypes.length).toBeGreaterThan(40)
})
