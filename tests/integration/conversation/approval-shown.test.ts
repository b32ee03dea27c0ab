import { digestOfCall, type ApprovalItem, type Session } from '@threadwork/core'
import type { Fetch } from '@threadwork/headless'
import { memoryStorage } from '@threadwork/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { until } from './quick-clock.ts'
import { startWorld, type SessionOptions, type World } from './world.ts'

const refund = 'Order A-1042 arrived broken. Can I get my money back?'
let world: World
let conversationId: string

beforeEach(async () => {
  world = await startWorld()
  conversationId = await world.newConversation()
})

afterEach(async () => {
  await world.close()
})

const open = (options: Partial<SessionOptions> = {}): Session =>
  world.openSession({ conversationId, wire: 'headless', ...options })
const approvalsOf = (session: Session): readonly ApprovalItem[] =>
  session.getState().items.filter((item) => item.kind === 'approval')
const waiting = (session: Session): ApprovalItem | undefined =>
  approvalsOf(session).findLast(({ status }) => status === 'awaiting')
const recorded = (): readonly string[] =>
  world.records('approvals', conversationId).map(({ status }) => status)

/** Lets `change` at every text that passes, answers and streams alike. */
const between =
  (change: (text: string) => string): Fetch =>
  async (input, init) => {
    const answer = await fetch(input, init)
    const body = answer.body
      ?.pipeThrough(new TextDecoderStream())
      .pipeThrough(
        new TransformStream<string, string>({
          transform: (text, out) => out.enqueue(change(text)),
        }),
      )
      .pipeThrough(new TextEncoderStream())
    return new Response(body ?? null, { status: answer.status, headers: answer.headers })
  }

/** Decides as the card does: about what it shows. */
const decideAsShown = (session: Session, item: ApprovalItem): void =>
  void session.decide(item.callId, 'approved', { shown: digestOfCall(item) })

test('what was shown is what the backend recorded, over the whole way', async () => {
  const session = open()
  session.send(refund)
  await until('it asks', () => waiting(session) !== undefined)

  decideAsShown(session, approvalsOf(session)[0] as ApprovalItem)
  await until('it is done', () => session.getState().phase === 'idle')

  expect(approvalsOf(session).map(({ status, by }) => [status, by])).toEqual([['completed', 'me']])
  expect(recorded()).toEqual(['approved'])
})

test('a value that was changed on its way is not approved, and a fresh card asks anew', async () => {
  let isHonest = false
  const session = open({
    fetch: between((text) => (isHonest ? text : text.replaceAll('90.50 EUR', '9.50 EUR'))),
  })
  session.send(refund)
  await until('it asks', () => waiting(session) !== undefined)
  const false1 = waiting(session) as ApprovalItem
  isHonest = true

  decideAsShown(session, false1)
  await until('it asks anew', () => (waiting(session)?.callId ?? false1.callId) !== false1.callId)
  const fresh = waiting(session) as ApprovalItem
  const atOnce = recorded()

  expect(false1.parameters['amount']).toBe('9.50 EUR')
  expect(fresh.parameters['amount']).toBe('90.50 EUR')
  expect(atOnce).toEqual(['replaced', 'pending'])
  expect(approvalsOf(session).map(({ status }) => status)).toEqual(['changed', 'awaiting'])

  decideAsShown(session, fresh)
  await until('it is done', () => session.getState().phase === 'idle')

  expect(approvalsOf(session).map(({ status }) => status)).toEqual(['changed', 'completed'])
  expect(recorded()).toEqual(['replaced', 'approved'])
})

test('whoever tampers all the time gets nothing approved, and no card is stuck', async () => {
  const session = open({ fetch: between((text) => text.replaceAll('card ending 4402', 'card ending 6666')) })
  session.send(refund)
  for (let times = 0; times < 4; times += 1) {
    await until('it asks', () => approvalsOf(session).length === times + 1 && waiting(session) !== undefined)
    decideAsShown(session, waiting(session) as ApprovalItem)
  }
  await until('it asks again', () => approvalsOf(session).length === 5)

  expect(recorded()).toEqual(['replaced', 'replaced', 'replaced', 'replaced', 'pending'])
  expect(approvalsOf(session).map(({ status }) => status)).toEqual([
    'changed',
    'changed',
    'changed',
    'changed',
    'awaiting',
  ])
})

test('a reload shows the two cards as they were lived', async () => {
  let isHonest = false
  const storage = memoryStorage()
  const before = open({
    storage,
    fetch: between((text) => (isHonest ? text : text.replaceAll('A-1042', 'A-9999'))),
  })
  before.send(refund)
  await until('it asks', () => waiting(before) !== undefined)
  isHonest = true
  decideAsShown(before, waiting(before) as ApprovalItem)
  await until('it asks anew', () => approvalsOf(before).length === 2)
  before.close()

  const after = open({ storage: memoryStorage(storage.entries()) })
  await until('it has read', () => approvalsOf(after).length === 2)

  expect(approvalsOf(after).map(({ status }) => status)).toEqual(['changed', 'awaiting'])
})

test('a decision whose answer was lost counts once when it is sent again under its name', async () => {
  let isCut = true
  const cut: Fetch = async (input, init) => {
    const answer = await fetch(input, init)
    if (!isCut || !input.includes('_approval/')) return answer
    isCut = false
    throw new TypeError('the line broke')
  }
  const session = open({ fetch: cut })
  session.send(refund)
  await until('it asks', () => waiting(session) !== undefined)
  const item = waiting(session) as ApprovalItem

  decideAsShown(session, item)
  await until('it is done', () => session.getState().phase === 'idle')
  const again = await fetch(
    `${world.url}/api/chat/conversations/${conversationId}/skill_approval/${item.callId}`,
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': '"another"' },
      body: '{"resolution":"approved"}',
    },
  )

  expect(again.status).toBe(409)
  expect(recorded()).toEqual(['approved'])
  expect(approvalsOf(session).map(({ status }) => status)).toEqual(['completed'])
})
