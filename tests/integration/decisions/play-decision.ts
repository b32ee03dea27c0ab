import {
  createSession,
  type CallId,
  type Item,
  type Session,
  type StepId,
  type WorkflowId,
} from '@threadwork/core'
import { memoryStorage, seededRandom, virtualClock, type MemoryStorage } from '@threadwork/testing'
import { actions, createDesk, type Action } from './desk.ts'

export const circumstances = [
  'double click',
  'Enter and click',
  'two tabs',
  'opposite answers',
  'answer lost after the server committed',
  'request lost on its way',
  'timeout then late success',
  'reload after the click',
  'offline queue',
  'back and forward',
] as const
export type Circumstance = (typeof circumstances)[number]

export interface Decision {
  readonly action: Action
  readonly circumstance: Circumstance
  readonly isKeyed: boolean
}

export interface Judged extends Decision {
  readonly effects: number
  /** What is wrong in the end, as sentences. */
  readonly faults: readonly string[]
}

/** The decision that a seed stands for: 120 kinds, each with its own chances. */
export const decisionOf = (seed: number): Decision => ({
  action: actions[seed % actions.length] ?? 'send',
  circumstance: circumstances[Math.floor(seed / actions.length) % circumstances.length] ?? 'double click',
  isKeyed: Math.floor(seed / (actions.length * circumstances.length)) % 2 === 0,
})

// The desk's own names; hosts take them from the items.
const [callId, workflowId, stepId] = ['c1' as CallId, 'w1' as WorkflowId, 's1' as StepId]

/** A click as a page makes it: it asks for what stands there, and a composer that is empty sends nothing. */
const clicker = (action: Action) => {
  let draft: string | null = 'hello'
  return (session: Session, isOpposite = false): void => {
    const { items } = session.getState()
    const isWaiting = items.some(
      (item) =>
        'status' in item &&
        (item.status === 'awaiting' || (item.kind === 'workflow' && item.status === 'halted')),
    )
    switch (action) {
      case 'approve':
      case 'reject': {
        const isYes = (action === 'approve') !== isOpposite
        if (isWaiting) session.decide(callId, isYes ? 'approved' : 'rejected')
        return
      }
      case 'submit':
        if (isWaiting) session.submitForm(workflowId, stepId, { company: isOpposite ? 'B' : 'A' })
        return
      case 'cancel':
        if (isWaiting) session.cancelWorkflow(workflowId)
        return
      case 'retry':
        if (isWaiting) session.retryStep(workflowId, stepId)
        return
      case 'send':
        if (draft !== null) session.send(draft)
        draft = null
    }
  }
}

const isDone = (item: Item, action: Action): boolean => {
  if (action === 'send') return item.kind === 'message' && item.role === 'user' && item.status === 'complete'
  if (action === 'approve' || action === 'reject')
    return item.kind === 'approval' && item.status !== 'awaiting'
  if (item.kind !== 'workflow') return false
  return action === 'cancel' ? item.status === 'cancelled' : item.status === 'completed'
}

/** Whether the person is told that it did not arrive, or may not have. */
const isTold = (items: readonly Item[]): boolean =>
  items.some(
    (item) => 'submission' in item && item.submission !== null && item.submission.status !== 'sending',
  )

const judge = (session: Session, action: Action, effects: number, isAuthor: boolean): readonly string[] => {
  const { items, phase, link } = session.getState()
  const shown = items.filter((item) => isDone(item, action)).length
  const pending = items.filter(
    (item) => item.kind === 'message' && item.role === 'user' && item.status !== 'complete',
  )
  return [
    ...(effects === 1 && shown !== 1 ? [`it took effect and is shown as done ${shown} times`] : []),
    ...(effects === 1 && pending.length > 0 ? ['it took effect and is still shown as waiting'] : []),
    ...(effects === 0 && isAuthor && !isTold(items) ? ['it had no effect and nobody is told'] : []),
    ...(effects === 1 && (phase !== 'idle' || link !== 'live')
      ? [`the phase is ${phase} and the link ${link}`]
      : []),
  ]
}

/** Plays one decision under one circumstance, and judges what came of it. */
export const playDecision = async (seed: number, isBlind = false): Promise<Judged> => {
  const decision = decisionOf(seed)
  const { action, circumstance, isKeyed } = decision
  const chance = seededRandom(seed)
  const clock = virtualClock({ now: 1000, seed })
  const desk = createDesk({ clock, action, isKeyed, chance, isBlind })
  const pass = (ms: number): Promise<void> => clock.advanceAsync(ms)
  const upTo = (ms: number): number => 1 + chance() * ms
  const open = (storage: MemoryStorage): Session => {
    const session = createSession({ transport: desk.transport(), conversationId: 'c', clock, storage })
    session.open()
    return session
  }
  const storage = memoryStorage()
  const click = clicker(action)
  let me = open(storage)
  const others: Session[] = []
  const reload = (): void => {
    me.close()
    me = open(storage)
  }
  const goOffline = (): void => {
    desk.way.isOnline = false
    me.setOffline()
  }
  const goOnline = (): void => {
    desk.way.isOnline = true
    me.wake()
  }
  const suffer: Readonly<Record<Circumstance, () => Promise<void>>> = {
    'double click': async () => {
      click(me)
      click(me)
    },
    'Enter and click': async () => {
      click(me)
      await pass(upTo(120))
      click(me)
    },
    'two tabs': async () => {
      const other = open(memoryStorage())
      others.push(other)
      await pass(8000)
      click(me)
      await pass(upTo(300))
      click(other)
    },
    'opposite answers': async () => {
      const other = open(memoryStorage())
      others.push(other)
      await pass(8000)
      click(me)
      await pass(upTo(300))
      click(chance() < 0.5 ? me : other, true)
    },
    'answer lost after the server committed': async () => {
      desk.way.isAnswerLost = true
      click(me)
      await pass(upTo(600))
      desk.way.isAnswerLost = false
    },
    'request lost on its way': async () => {
      desk.way.isRequestLost = true
      click(me)
      await pass(upTo(60_000))
      desk.way.isRequestLost = false
    },
    'timeout then late success': async () => {
      desk.way.lateBy = upTo(25_000)
      click(me)
      await pass(10)
      desk.way.lateBy = null
    },
    'reload after the click': async () => {
      click(me)
      await pass(upTo(600))
      reload()
    },
    'offline queue': async () => {
      goOffline()
      click(me)
      await pass(upTo(20_000))
      if (chance() < 0.5) {
        reload()
        me.setOffline()
      }
      await pass(upTo(20_000))
      goOnline()
    },
    'back and forward': async () => {
      click(me)
      await pass(upTo(600))
      goOffline()
      await pass(upTo(40_000))
      goOnline()
    },
  }

  await pass(8000)
  await suffer[circumstance]()
  await pass(60_000)
  for (const session of [me, ...others]) session.wake()
  await pass(20_000)
  const effects = desk.effects.length
  const sessions = [me, ...others]
  const faults = [
    ...(effects > 1 ? [`it took effect ${effects} times`] : []),
    ...sessions.flatMap((session) => judge(session, action, effects, session === me)),
  ]
  for (const session of sessions) session.close()
  return { ...decision, effects, faults: [...new Set(faults)] }
}
