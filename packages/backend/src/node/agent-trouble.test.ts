import { afterEach, describe, expect, test } from 'vitest'
import type { ChatReply } from './models/fixtures/openai-server.ts'
import {
  type ModelChat,
  type ModelChatOptions,
  calls,
  node,
  startModelChat,
  wires,
  words,
} from './fixtures/model-chat.ts'

const open: ModelChat[] = []
afterEach(async () => {
  for (const chat of open.splice(0)) await chat.close()
})

async function start(replies: readonly ChatReply[], options: ModelChatOptions = {}): Promise<ModelChat> {
  const chat = await startModelChat(replies, options)
  open.push(chat)
  return chat
}

const refused: ChatReply = {
  type: 'error',
  status: 401,
  message: 'Incorrect API key: very-secret-0123456789',
}
const busy: ChatReply = { type: 'error', status: 429, message: 'Slow down' }

describe.each(wires)('a model in trouble over %s', (wire) => {
  test.each<[string, readonly ChatReply[], string]>([
    ['refuses the key', [refused], 'refuses the key. Set MODEL_KEY'],
    [
      'breaks off its answer',
      [{ type: 'cut', text: 'Half of' }, words('Never asked.')],
      'broke off its answer',
    ],
    ['has nothing to say', [words('')], 'answered with nothing'],
  ])('tells as a sentence that it %s, and ends the turn', async (_, replies, sentence) => {
    const chat = await start([...replies, words('Here again.')], { wire })

    await chat.send('Hi')
    await chat.untilQuiet()
    const told = await chat.replies()

    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^I cannot answer now\. /)
    expect(told[0]).toContain(sentence)
    expect(JSON.stringify(chat.store.exportState())).not.toContain('very-secret-0123456789')
    expect(chat.defects).toEqual([])
    await chat.send('And now?')
    await chat.untilQuiet()
    expect(await chat.replies()).toHaveLength(2)
  })

  test('asks again when it was busy, and says nothing of it', async () => {
    const chat = await start([busy, words('Here I am.')], { wire })

    await chat.send('Hi')
    await chat.untilQuiet()

    expect(await chat.replies()).toEqual(['Here I am.'])
    expect(chat.server.requests).toHaveLength(2)
  })

  test('asks the model eight times at the most, the last time for words alone', async () => {
    const again = calls(['say_it', {}])
    const chat = await start([...Array.from({ length: 7 }, () => again), words('Enough.')], { wire })
    await chat.publish('Say it', [node('manual'), node('tag', { signals: ['said'] })])

    await chat.send('Go round in circles')
    await chat.untilQuiet()

    expect(chat.server.requests).toHaveLength(8)
    expect(chat.server.requests.map(({ body }) => body['tool_choice'] === 'none')).toEqual([
      ...Array.from({ length: 7 }, () => false),
      true,
    ])
    expect(chat.store.list('runs', null)).toHaveLength(7)
    expect(await chat.replies()).toEqual(['Enough.'])
  })

  test('goes on after a restart where it was, and says nothing twice', async () => {
    const first = await start(
      [
        { type: 'tool-calls', text: 'One moment.', calls: [{ name: 'ask_me', arguments: {} }] },
        { type: 'stall', text: 'Well' },
        words('Your name is Ada.'),
      ],
      { wire },
    )
    await first.publish('Ask me', [
      node('manual'),
      node('form', { message: 'Who?', dataPoints: [{ key: 'name', label: 'Name', type: 'Text' }] }),
      node('send-message', { text: 'Noted.' }),
    ])
    await first.send('Ask me who I am')
    await first.until('a form', () =>
      first.store.list('runs', null).some(({ run }) => run.steps.some(({ status }) => status === 'asking')),
    )

    const second = await first.restart()
    await second.post('/api/chat/resume-workflow', {
      conversationId: second.conversationId,
      workflowId: null,
      stepId: 'form',
      values: { name: 'Ada' },
      idempotencyKey: 'k',
    })
    await second.until('a second question', () => second.server.requests.length === 2)
    const third = await second.restart()
    open.push(third)
    await third.untilQuiet()

    expect(await third.replies()).toEqual(['One moment.', 'Noted.', 'Your name is Ada.'])
    expect(third.server.requests).toHaveLength(3)
    expect(third.outputs(2)).toEqual(third.outputs(1))
    expect(third.store.list('runs', null)).toHaveLength(1)
    const ends = third.store
      .list('events', third.conversationId)
      .filter(({ event }) => event.type === 'processing.finished')
    expect(ends).toHaveLength(1)
  })

  test('starts no second run of what an intent started, when the process dies while a model judges', async () => {
    const judged: ChatReply = { type: 'stall', text: '' }
    const first = await start([judged, words('{"holds": false}'), words('Done.')], { wire })
    await first.publish('By phrase', [
      node('intent', { phrases: ['cancel my order'] }),
      node('send-message', { text: 'By phrase.' }),
    ])
    await first.publish('By model', [
      node('ai-decision', { description: 'The person is angry.' }),
      node('send-message', { text: 'By model.' }),
    ])
    await first.send('cancel my order')
    await first.until('the judge', () => first.server.requests.length === 1)

    const second = await first.restart()
    open.push(second)
    await second.untilQuiet()

    const said = (await second.replies()).filter((text) => text === 'By phrase.')
    expect(said).toHaveLength(1)
    expect(second.store.list('runs', null)).toHaveLength(1)
  })
})
