import type { WireName } from '@threadwork/backend'
import type { ApprovalItem, FormItem, Session } from '@threadwork/core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { wrongEffects } from './effects.ts'
import { createPerson, playOut } from './person.ts'
import { until } from './quick-clock.ts'
import { duplicatesOf, viewOf, withoutOwnAnswers } from './view.ts'
import { startWorld, type World } from './world.ts'

const refund = 'Order A-1042 arrived broken. Can I get my money back?'
const onboard = 'Onboard a new supplier'
const yes = { decision: 'approved', connection: 'allow' } as const

let world: World
let conversationId: string

beforeEach(async () => {
  world = await startWorld()
  conversationId = await world.newConversation()
})

afterEach(async () => {
  await world.close()
})

const open = (wire: WireName): Session => world.openSession({ conversationId, wire })
const approvalOf = (session: Session): ApprovalItem | undefined =>
  session.getState().items.find((item) => item.kind === 'approval')
const formOf = (session: Session): FormItem | undefined =>
  session.getState().items.find((item) => item.kind === 'form')
const isIdle = (session: Session): boolean => session.getState().phase === 'idle'
const posts = (end: string): number =>
  world.heard.filter((line) => line.startsWith('POST') && line.endsWith(end)).length

/** Two tabs that both show the pending approval; B was opened in the middle of the turn. */
const openApproval = async (): Promise<{ a: Session; b: Session; call: ApprovalItem }> => {
  const a = open('headless')
  a.send(refund)
  await until('A is asked', () => a.getState().phase === 'awaiting-approval')
  const b = open('headless')
  await until('B is asked too', () => b.getState().phase === 'awaiting-approval')
  const call = approvalOf(b)
  if (!call) throw new Error('B has no card.')
  return { a, b, call }
}

test('a session that is opened in the middle of a turn shows the pause as the first one does', async () => {
  const { a, b } = await openApproval()
  // Its own message is known from the history alone, and nothing made A read it yet.
  a.wake()
  await until('A has read', () => viewOf(a).every(({ status }) => status !== 'pending'))

  expect(viewOf(b)).toEqual(viewOf(a))
  expect(b.getState().phase).toBe(a.getState().phase)
})

test('an approval in one tab is resolved in the other when that wakes, and cannot be given twice', async () => {
  const { a, b, call } = await openApproval()

  a.decide(call.callId, 'approved')
  await until('A is done', () => isIdle(a))
  b.wake()
  await until('B has seen it', () => approvalOf(b)?.status === 'completed' && isIdle(b))
  const before = posts(call.callId)
  b.decide(call.callId, 'rejected')
  await until('B knows that it was too late', () => approvalOf(b)?.submission === null)

  expect(before).toBe(1)
  expect(approvalOf(b)?.status).toBe('completed')
  expect(withoutOwnAnswers(viewOf(b))).toEqual(withoutOwnAnswers(viewOf(a)))
  expect(duplicatesOf(b)).toEqual([])
  expect(wrongEffects(world, conversationId, { messages: [refund], decisions: 1, forms: 0 })).toEqual([])
  expect(world.records('approvals', conversationId).map(({ status }) => status)).toEqual(['approved'])
})

test('of two opposite decisions at once the first counts, and both tabs show the same in the end', async () => {
  const { a, b, call } = await openApproval()

  a.decide(call.callId, 'approved')
  b.decide(call.callId, 'rejected')
  await until('both are done', () => isIdle(a) && isIdle(b) && viewOf(a).length === viewOf(b).length)

  const [decision] = world.records('approvals', conversationId)
  expect(posts(call.callId)).toBe(2)
  expect(wrongEffects(world, conversationId, { messages: [refund], decisions: 1, forms: 0 })).toEqual([])
  expect(withoutOwnAnswers(viewOf(b))).toEqual(withoutOwnAnswers(viewOf(a)))
  expect([a, b].map((session) => approvalOf(session)?.status)).toEqual(
    decision?.status === 'approved' ? ['completed', 'completed'] : ['resolved', 'rejected'],
  )
})

test('a form that is answered in one tab closes in the other, and is submitted once', async () => {
  const [a, b] = [open('signalr'), open('signalr')]
  await until('both listen', () => [a, b].every((tab) => tab.getState().history === 'ready'))
  a.send(onboard)
  await until('both are asked', () => formOf(a)?.status === 'awaiting' && formOf(b)?.status === 'awaiting')
  const asked = formOf(b)

  await playOut({ world, session: a, conversationId, manner: yes })
  b.wake()
  await until('B is done', () => isIdle(b) && viewOf(b).length === viewOf(a).length)
  if (asked) b.submitForm(asked.workflowId, asked.stepId, { company: 'Another' })
  await until('B is told that it is over', () => formOf(b)?.submission?.status !== 'sending')

  expect(formOf(b)?.status).toBe('closed')
  expect(withoutOwnAnswers(viewOf(b))).toEqual(withoutOwnAnswers(viewOf(a)))
  expect(wrongEffects(world, conversationId, { messages: [onboard], decisions: 0, forms: 1 })).toEqual([])
})

test('a double click, in each of two tabs, sends one answer from each', async () => {
  const { a, b, call } = await openApproval()
  const people = [a, b].map((session) => createPerson(session, yes))

  for (const person of [...people, ...people]) person.look()
  await until('both are done', () => isIdle(a) && isIdle(b))

  expect(posts(call.callId)).toBeLessThanOrEqual(2)
  expect(wrongEffects(world, conversationId, { messages: [refund], decisions: 1, forms: 0 })).toEqual([])
})
