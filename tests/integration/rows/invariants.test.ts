import { createSession, type CallId, type Fact, type Item, type Session } from '@threadwork/core'
import { hearEvent } from '@threadwork/headless'
import { memoryStorage, scriptedTransport, virtualClock } from '@threadwork/testing'
import { expect, test } from 'vitest'
import { openNear, startNear, type Fetch } from '../conversation/in-memory.ts'

const call = (id: string) => ({ call_id: id, skill_name: 'Cancel order', skill_id: 'recipe:7' })

let position = 0
const wire = (name: string, fields: object = {}): readonly Fact[] =>
  hearEvent(name, { event_id: `e${(position += 1)}`, genie_run_id: 'r1', seq_num: position, ...fields })

/** A session without a wire, and time that passes when it is told to. */
const start = async () => {
  position = 0
  const clock = virtualClock({ now: 1000 })
  const transport = scriptedTransport()
  const session = createSession({ transport, conversationId: 'c1', clock, storage: memoryStorage() })
  session.open()
  await clock.advanceAsync(20)
  const hear = async (...facts: readonly (readonly Fact[])[]): Promise<void> => {
    for (const each of facts) transport.push(...each)
    await clock.advanceAsync(20)
  }
  return { session, transport, hear }
}

const statusOf = (item: Item): string => ('status' in item ? `${item.kind} ${item.status}` : item.kind)
const statuses = (session: Session): readonly string[] => session.getState().items.map(statusOf)

/** What a person sees of an item; a message of one's own is pending until the history has it. */
const lineOf = (item: Item): string =>
  item.kind === 'message' ? `${item.role}: ${item.text}` : `${item.key} ${statusOf(item)}`

test('keys skill cards by skill_name (status) and decisions by call_id', async () => {
  const { session, transport, hear } = await start()
  await hear(
    wire('processing.started'),
    wire('skill.running', { skill_name: 'Look up', skill_id: 'recipe:1' }),
    // Another id, the same name: the card is the name's.
    wire('skill.completed', { skill_name: 'Look up', skill_id: 'recipe:2' }),
    wire('skill.confirmation_required', call('c1')),
    wire('skill.confirmation_required', call('c2')),
  )

  session.decide('c2' as CallId, 'rejected')
  await hear()

  expect(transport.submitted.map(({ command }) => command)).toMatchObject([{ type: 'decide', callId: 'c2' }])
  expect(statuses(session)).toEqual(['skill completed', 'approval awaiting', 'approval rejected'])
})

test('processing.finished ends the turn and unknown events are ignored', async () => {
  const { session, hear } = await start()
  await hear(wire('processing.started'), wire('agent.message', { message_id: 'm1', message: 'One moment' }))
  const { items } = session.getState()
  expect(session.getState().phase).toBe('ai-running')

  await hear(wire('agent.pondered', { mood: 'deep' }), wire('processing.finished_soon'))
  expect(session.getState()).toMatchObject({ phase: 'ai-running' })
  await hear(wire('processing.finished'))

  expect(session.getState().phase).toBe('idle')
  expect(session.getState().items).toEqual(items)
})

test('a reload rebuilds from Get events and message history', async () => {
  const near = startNear()
  const conversationId = await near.newConversation()
  const live = openNear(conversationId, near.fetch)
  await live.settle()
  live.session.send('Order A-1042 arrived broken. Can I get my money back?')
  await live.passUntil(() => live.session.getState().phase === 'awaiting-approval')
  const lived = live.session.getState().items
  live.session.close()
  const paths: string[] = []
  const noted: Fetch = (input, init) => {
    paths.push(`${init.method ?? 'GET'} ${new URL(input, 'http://backend.test').pathname}`)
    return near.fetch(input, init)
  }

  const reloaded = openNear(conversationId, noted)
  await reloaded.passUntil(() => reloaded.session.getState().phase === 'awaiting-approval')

  const { items } = reloaded.session.getState()
  expect(items.map(lineOf)).toEqual(lived.map(lineOf))
  expect(items.map(({ kind }) => kind)).toEqual(['message', 'skill', 'message', 'approval'])
  expect(paths).toContain('GET /api/chat/conversations/events')
  expect(paths).toContain(`GET /api/chat/conversations/${conversationId}/messages`)
  reloaded.session.close()
})
