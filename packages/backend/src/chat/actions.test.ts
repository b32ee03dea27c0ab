import { delayPresets } from '@threadwork/engine'
import { describe, expect, test } from 'vitest'
import { type Driver, createDriver } from '../fixtures/driver.ts'

type Node = readonly [type: string, config?: object]

const ask = async (driver: Driver, method: string, path: string, body?: object) =>
  (await driver.request(method, `/api${path}`, body)).json()

/** Publishes a workflow whose nodes follow one another, behind its trigger, and gives its id. */
async function publish(driver: Driver, name: string, nodes: readonly Node[]): Promise<string> {
  const { id } = await ask(driver, 'POST', '/workflows', { name, dialect: 'threadwork' })
  await ask(driver, 'PATCH', `/workflows/${id}`, {
    nodes: nodes.map(([type, config = {}], index) => ({ id: `n${index}`, type, name: type, config })),
    edges: nodes.slice(1).map((_, index) => ({
      id: `e${index}`,
      source: `n${index}`,
      target: `n${index + 1}`,
      type: 'direct',
    })),
  })
  const published = await ask(driver, 'POST', `/workflows/${id}/publish`)
  if (published.status !== 'active') throw new Error(JSON.stringify(published))
  return id
}

/** A new conversation whose first message starts these nodes. */
async function play(nodes: readonly Node[], text = 'Hello') {
  const driver = createDriver()
  const id = await publish(driver, 'What listens', [['conversation-created'], ...nodes])
  const conversation = await driver.newConversation()
  const stream = await driver.send(conversation, text)
  await driver.clock.advance(10_000)
  const { runs } = await ask(driver, 'GET', `/runs?workflowId=${id}`)
  return {
    driver,
    conversation,
    stream,
    run: runs[0],
    facts: await ask(driver, 'GET', `/conversations/${conversation}`),
  }
}

describe('an action of a workflow', () => {
  test('Send Message says its text in the conversation (C35)', async () => {
    const { driver, conversation, stream } = await play([
      ['send-message', { text: 'Thanks for writing “{{message.text}}”.' }],
      ['end'],
    ])

    expect((await driver.replies(conversation))[0]).toBe('Thanks for writing “Hello”.')
    expect(stream.lines).toContain('agent.message')
  })

  test.each<readonly [name: string, nodes: readonly Node[], facts: object]>([
    ['Open Conversation (C36)', [['resolve-conversation'], ['open-conversation']], { status: 'open' }],
    ['Resolve Conversation (C37)', [['resolve-conversation']], { status: 'resolved' }],
    ['Star Conversation (C38)', [['star-conversation']], { starred: true }],
    ['Unstar Conversation (C39)', [['star-conversation'], ['unstar-conversation']], { starred: false }],
    ['Add Label (C40)', [['add-label', { labels: ['vip', 'urgent'] }]], { labels: ['vip', 'urgent'] }],
    [
      'Remove Label (C41)',
      [
        ['add-label', { labels: ['vip', 'urgent'] }],
        ['remove-label', { labels: ['vip'] }],
      ],
      { labels: ['urgent'] },
    ],
    [
      'Assign to User (C42)',
      [['assign-user', { assignee: 'bob' }]],
      { assignee: { to: 'human', name: 'bob' } },
    ],
    ['Assign to AI (C43)', [['assign-ai', { assignee: 'Iris' }]], { assignee: { to: 'ai', name: 'Iris' } }],
    ['Tag applies signals (G05)', [['tag', { signals: ['refund'] }]], { signals: ['refund'] }],
  ])('%s', async (_name, nodes, expected) => {
    const { facts, run } = await play([...nodes, ['end']])

    expect(run.status).toBe('completed')
    expect(facts).toMatchObject(expected)
  })

  test('AI Extraction finds labels, fields and the mood, and says who judged (C44)', async () => {
    const { run, driver } = await play(
      [
        [
          'ai-extraction',
          {
            labels: ['refund', 'delivery'],
            fields: [{ name: 'email', description: 'The email address' }],
            sentiment: true,
            saveAs: 'found',
          },
        ],
        ['end'],
      ],
      'I am angry about my refund. Write to ada@example.com.',
    )

    const told = await ask(driver, 'GET', `/runs/${run.id}`)

    expect(told.steps.find(({ type }: { readonly type: string }) => type === 'ai-extraction')).toMatchObject({
      status: 'completed',
      output: { labels: ['refund'], fields: { email: 'ada@example.com' }, sentiment: 'negative' },
    })
  })

  test('Custom Skill runs a skill of the team under its name (C45)', async () => {
    const driver = createDriver()
    await ask(driver, 'POST', '/documents', {
      title: 'Returns',
      text: 'A lamp that arrived broken is paid back within 30 days.',
    })
    await ask(driver, 'POST', '/tools', {
      name: 'find_policy',
      description: 'Finds what our policies say.',
      content: { type: 'knowledge', collection: '', limit: 1 },
    })
    const id = await publish(driver, 'Looks up', [
      ['manual'],
      ['custom-skill', { skill: 'find_policy', input: { query: 'broken lamp' }, saveAs: 'found' }],
      ['end'],
    ])

    const started = await ask(driver, 'POST', `/workflows/${id}/execute`, {})
    await driver.clock.advance(5000)
    const run = await ask(driver, 'GET', `/runs/${started.id}`)

    expect(run.status).toBe('completed')
    expect(JSON.stringify(run.steps[1].output)).toContain('paid back within 30 days')
  })

  test('Custom Reply says a text with links and buttons under it (G06, G34)', async () => {
    const { stream, driver, conversation } = await play([
      [
        'custom-reply',
        {
          text: 'How can I help?',
          links: [{ label: 'Our returns', url: 'https://shop.example/returns' }],
          buttons: [{ label: 'Track', text: 'Where is order A-1042?' }],
        },
      ],
      ['end'],
    ])

    const said = stream.events.find((event) => event.type === 'agent.message')
    const { messages } = await driver.read(`/api/chat/conversations/${conversation}/messages`)

    const actions = [
      { type: 'link', label: 'Our returns', url: 'https://shop.example/returns' },
      { type: 'button', label: 'Track', text: 'Where is order A-1042?' },
    ]
    expect(said).toMatchObject({ message: 'How can I help?', actions })
    expect(messages).toContainEqual(expect.objectContaining({ content: 'How can I help?', actions }))
  })

  test('a delay waits its minutes, hours or days, and the conversation is free meanwhile (C60–C63)', async () => {
    const units = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const
    // Each further preset is one of the same unit.
    const shown = [delayPresets[0], delayPresets[3], delayPresets[6]].filter((preset) => preset !== undefined)
    for (const { amount, unit } of shown) {
      const { driver, conversation } = await play([
        ['delay', { amount, unit }],
        ['send-message', { text: 'Just checking in.' }],
        ['end'],
      ])
      const length = amount * units[unit as keyof typeof units]

      expect(await driver.read(`/api/chat/conversations/${conversation}`)).toMatchObject({ state: 'idle' })
      await driver.clock.advance(length - 20_000)
      expect(await driver.replies(conversation)).not.toContain('Just checking in.')
      await driver.clock.advance(20_000)
      expect(await driver.replies(conversation)).toContain('Just checking in.')
    }
  })

  test('WORKFLOW_RUN_FETCH reads the last run of another workflow (I17)', async () => {
    const driver = createDriver()
    const first = await publish(driver, 'First', [['manual'], ['say-static', { texts: ['One'] }], ['end']])
    await ask(driver, 'POST', `/workflows/${first}/execute`, {})
    const second = await publish(driver, 'Second', [
      ['manual'],
      ['run-fetch', { workflowId: first, saveAs: 'last' }],
      ['end'],
    ])
    const { id } = await ask(driver, 'POST', `/workflows/${second}/execute`, {})
    await driver.clock.advance(1000)

    const run = await ask(driver, 'GET', `/runs/${id}`)

    expect(run.status).toBe('completed')
    expect(JSON.stringify(run.steps)).toContain('"workflowName":"First"')
  })

  test('variables of the team stand in messages, prompts and tools (I35)', async () => {
    const driver = createDriver()
    await ask(driver, 'POST', '/global-variables', { name: 'shop', value: 'Olaria' })
    await publish(driver, 'Greets', [
      ['conversation-created'],
      ['send-message', { text: 'Welcome to {{shop}}.' }],
      ['end'],
    ])
    const conversation = await driver.newConversation()

    await driver.send(conversation, 'Hello')
    await driver.clock.advance(5000)

    expect(await driver.replies(conversation)).toContain('Welcome to Olaria.')
  })

  test('what a message starts is told on a card in the conversation (G14)', async () => {
    const driver = createDriver()
    await publish(driver, 'Cancel the order', [
      ['intent', { phrases: ['I want to cancel'], threshold: 0.5, when: 'during' }],
      ['form', { message: 'Which order?', dataPoints: [{ key: 'order', label: 'Order', type: 'Text' }] }],
      ['send-message', { text: 'Order {{order}} is cancelled.' }],
      ['end'],
    ])
    const conversation = await driver.newConversation()

    const stream = await driver.send(conversation, 'I want to cancel')
    await driver.clock.advance(5000)
    const asked = stream.events.find((event) => event.type === 'workflow.intervention_required')
    await driver.request('POST', '/api/chat/resume-workflow', {
      conversationId: conversation,
      workflowId: asked && 'workflow_id' in asked ? asked.workflow_id : null,
      stepId: 'n1',
      values: { order: 'A-1' },
      idempotencyKey: 'k',
    })
    await driver.clock.advance(5000)

    expect(stream.lines).toContain('workflow.started')
    expect(await driver.replies(conversation)).toEqual(['Order A-1 is cancelled.'])
    expect(stream.lines.at(-1)).toBe('processing.finished')
  })
})
