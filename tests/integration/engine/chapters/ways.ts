import { expect } from 'vitest'
import type { Chapter } from '../chapter.ts'
import { newConversation } from '../conversation.ts'
import { byHand, edge, live, node, runAt, runOf, say, shortly } from '../graph.ts'
import type { Json } from '../stage.ts'

const visited = (run: Json): readonly string[] =>
  run.steps.map((step: Json) => step.nodeId).toSorted((one: string, other: string) => (one < other ? -1 : 1))

/** Which edge is followed: by priority, by a computed condition, by a sentence; and companions beside. */
export const edges: Chapter = {
  name: 'edges',
  play: async (stage) => {
    const total = (operator: string, value: number) => ({ path: 'total', operator, value })
    const id = await live(stage, {
      dialect: 'graph',
      nodes: [
        byHand,
        say('vip', 'VIP'),
        say('big', 'Big'),
        say('usual', 'Usual'),
        node('log', 'send-sms', { to: '+4930123', message: 'Order of {{total}}' }),
      ],
      edges: [
        edge('start', 'big', { type: 'conditional', condition: total('greater-than', 100), priority: 2 }),
        edge('start', 'vip', { type: 'conditional', condition: total('greater-than', 1000), priority: 1 }),
        edge('start', 'usual'),
        edge('start', 'log', { type: 'companion' }),
      ],
    })
    const ways = []
    for (const amount of [5000, 500, 5])
      ways.push(visited(await runOf(stage, id, { input: { total: amount } })))
    expect(ways).toEqual([
      ['log', 'start', 'vip'],
      ['big', 'log', 'start'],
      ['log', 'start', 'usual'],
    ])
    stage.note('run', shortly(await runOf(stage, id, { input: { total: 5 } })))
    stage.note('sms', (await stage.read('GET', '/sms')).messages.map((each: Json) => each.text).toSorted())
  },
}

/** What a decision reads of a conversation: the five fields, all or any, and both ways. */
export const decision: Chapter = {
  name: 'decision',
  play: async (stage) => {
    const conversationId = await newConversation(stage)
    await stage.read('PATCH', `/conversations/${conversationId}`, {
      labels: ['VIP'],
      starred: true,
      channel: 'whatsapp',
    })
    const decide = async (match: string, ...conditions: readonly object[]): Promise<string> => {
      const id = await live(stage, {
        nodes: [byHand, node('ask', 'decision', { match, conditions }), say('yes', 'yes'), say('no', 'no')],
        edges: [
          edge('start', 'ask'),
          edge('ask', 'yes', { type: 'true' }),
          edge('ask', 'no', { type: 'false' }),
        ],
      })
      const body = { conversationId, trigger: { message: { text: 'My order is urgent' } } }
      const { id: runId } = await stage.read('POST', `/workflows/${id}/test`, body)
      const run = await runAt(stage, runId, 'completed')
      return visited(run).includes('yes') ? 'yes' : 'no'
    }
    const open = { field: 'conversation-status', operator: 'equals', value: 'open' }
    const whatsapp = { field: 'channel', operator: 'equals', value: 'whatsapp' }
    const spam = { field: 'labels', operator: 'present', value: ['spam'] }
    const starred = { field: 'starred', operator: 'equals', value: true }
    const text = (operator: string, value: string) => ({ field: 'message-text', operator, value })
    const decided = [
      await decide('all', open, whatsapp, starred),
      await decide('all', open, spam),
      await decide('any', spam, starred),
      await decide('all', { field: 'labels', operator: 'absent', value: ['spam'] }),
      await decide('all', text('contains', 'urgent'), text('starts-with', 'My'), text('ends-with', 'urgent')),
      await decide('any', text('equals', 'urgent')),
    ]

    expect(decided).toEqual(['yes', 'no', 'yes', 'yes', 'yes', 'no'])
    stage.note('decided', decided)
  },
}

const dayMs = 86_400_000

/** A delay of three days, which a restart in its middle neither shortens nor doubles. */
export const delay: Chapter = {
  name: 'delay',
  play: async (stage) => {
    const id = await live(stage, {
      nodes: [
        byHand,
        node('wait', 'delay', { amount: 3, unit: 'days' }),
        node('ring', 'http-request', { url: 'https://bell.example.com/ring' }),
      ],
    })
    const run = await stage.read('POST', `/workflows/${id}/execute`, {})
    const asleep = await stage.until(`/runs/${run.id}`, ({ status }) => status === 'waiting')
    const [, wait] = asleep.steps
    expect(Date.parse(wait.wakesAt) - Date.parse(wait.startedAt)).toBe(3 * dayMs)
    await stage.skip(dayMs)
    await stage.restart()
    await stage.skip(1.9 * dayMs)
    expect((await stage.read('GET', `/runs/${run.id}`)).status).toBe('waiting')
    await stage.restart()
    await stage.skip(0.2 * dayMs)

    const over = await stage.until(`/runs/${run.id}`, ({ status }) => status === 'completed')
    await stage.skip(dayMs)

    expect(stage.heard('https://bell.example.com/')).toHaveLength(1)
    stage.note('asleep', shortly(asleep))
    stage.note('over', shortly(over))
  },
}
