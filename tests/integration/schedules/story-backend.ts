import type {
  BackendState,
  Clock,
  Command,
  ConversationEvent,
  Fact,
  FailureReason,
  HistoryMessage,
} from '@threadwork/core'
import type { Chance } from './draw-conversation.ts'
import type { Script } from './write-down.ts'

const day = 86_400_000
const epoch = Date.UTC(2026, 0, 1, 12)

/** Listens to whatever is told, in the place of one run's name. */
export const everyRun = '*'

/** A fact of the backend's stores, and since when it can be read. */
interface Kept<Value> {
  readonly value: Value
  readonly since: number
}

/** Who hears the events of a run as they happen. */
export type Ear = (event: ConversationEvent) => void

/** A backend that plays written-down turns, with the wire's gaps. Time is the clock's, dates are its own. */
export interface StoryBackend {
  readonly startTurn: (script: Script) => void
  /** `null`: taken. */
  readonly take: (command: Command) => FailureReason | null
  readonly answer: (callId: string) => boolean
  readonly authorize: (attemptId: string) => void
  readonly isParked: (attemptId: string) => boolean
  readonly listen: (runId: string, ear: Ear) => () => void
  /** What a read brings that sees the stores as they were `lag` milliseconds ago. */
  readonly eventsSince: (since: number | null, lag: number) => readonly ConversationEvent[]
  readonly history: (lag: number) => readonly HistoryMessage[]
  readonly state: (lag: number) => Fact
  readonly runEvents: (runId: string) => readonly ConversationEvent[]
  readonly openRun: () => string | null
  readonly isExpired: () => boolean
  readonly forgetEvents: () => void
  /** How often each thing took effect. */
  readonly effects: ReadonlyMap<string, number>
  readonly nextIsMine: (next: Script | null) => void
}

export const storyBackend = (clock: Clock, chance: Chance): StoryBackend => {
  const events: Kept<ConversationEvent>[] = []
  const messages: Kept<HistoryMessage>[] = []
  const states: Kept<{ readonly state: BackendState; readonly at: number }>[] = []
  const effects = new Map<string, number>()
  const ears = new Map<string, Set<Ear>>()
  const answered = new Set<string>()
  const submitted = new Set<string>()
  const authorized = new Set<string>()
  const quantum = chance.pick([1, 1, 40])
  const isFalselyIdle = chance.happens(0.5)
  let days = 0
  let hasForgotten = false
  let mine: Script | null = null
  let script: Script | null = null
  let beat = 0
  let seq = 0

  const now = (): number => epoch + days * day + Math.floor(clock.now() / quantum) * quantum
  const count = (name: string): void => void effects.set(name, (effects.get(name) ?? 0) + 1)
  const become = (state: BackendState): void =>
    void states.push({ value: { state, at: now() }, since: clock.now() })
  const write = (messageId: string, role: 'user' | 'agent', text: string): void => {
    const value = { messageId, role, text, runId: null, at: now(), intentId: null, revision: 0 }
    messages.push({ value: value as unknown as HistoryMessage, since: clock.now() }) // ids are branded strings
  }
  const later = (): void => void clock.after(chance.between(60, chance.happens(0.1) ? 9000 : 900), step)

  const tell = (told: object): void => {
    seq += 1
    const runId = script?.runId ?? ''
    const event = {
      runId,
      seq,
      at: now(),
      eventId: `${runId}-${seq}`,
      ...told,
    } as unknown as ConversationEvent // built field by field
    events.push({ value: event, since: clock.now() })
    if (event.type === 'message') write(event.messageId, 'agent', event.text)
    for (const name of [runId, everyRun]) for (const ear of ears.get(name) ?? []) ear(event)
  }
  const isHeld = (): boolean => {
    const current = script?.beats[beat]
    if (current?.type === 'ask') return current.calls.some((call) => !answered.has(call))
    if (current?.type === 'form') return !submitted.has(`${current.workflowId}/${current.stepId}`)
    return current?.type === 'park' && !authorized.has(current.attemptId)
  }
  const finish = (): void => {
    script = null
    become('idle')
  }
  const step = (): void => {
    const current = script?.beats[beat]
    if (!script) return
    if (!current) return finish()
    if (current.type === 'tell') tell(current.told)
    else if (current.type === 'reply') write(current.messageId, 'agent', current.text)
    else if (isHeld()) {
      if (current.type === 'ask') become('awaiting-approval')
      if (current.type === 'park' && isFalselyIdle) become('idle')
      return
    } else become('ai-running')
    beat += 1
    later()
  }
  const startTurn = (next: Script): void => {
    script = next
    beat = 0
    seq = 0
    count(`turn ${next.userId}`)
    write(next.userId, 'user', next.text)
    become('ai-running')
    later()
  }
  const release = (known: Set<string>, name: string): boolean => {
    if (known.has(name)) return false
    const wasHeld = isHeld()
    known.add(name)
    count(name)
    if (wasHeld && !isHeld()) later()
    return true
  }
  const visible = <Value>(kept: readonly Kept<Value>[], lag: number): readonly Value[] =>
    kept.filter(({ since }) => since <= clock.now() - lag).map(({ value }) => value)

  return {
    startTurn,
    take(command) {
      switch (command.type) {
        case 'send-message': {
          const next = mine
          if (script !== null) return 'conflict'
          if (!next) count('a message that nobody wrote')
          if (!next) return 'server-error'
          mine = null
          startTurn(next)
          return null
        }
        case 'decide':
          return release(answered, command.callId) ? null : 'conflict'
        case 'submit-form': {
          // Where no event has named the workflow, the one that asks is meant.
          const asking = script?.beats[beat]
          const meant = asking?.type === 'form' ? asking.workflowId : ''
          return release(submitted, `${command.workflowId ?? meant}/${command.stepId}`) ? null : 'conflict'
        }
        default:
          return 'unsupported'
      }
    },
    answer: (callId) => release(answered, callId),
    authorize: (attemptId) => void release(authorized, attemptId),
    isParked: (attemptId) => !authorized.has(attemptId),
    listen(runId, ear) {
      const known = ears.get(runId) ?? new Set<Ear>()
      ears.set(runId, known.add(ear))
      return () => void known.delete(ear)
    },
    eventsSince: (since, lag) =>
      visible(events, lag).filter(({ at }) => since === null || (at ?? 0) >= since),
    history: (lag) => visible(messages, lag).toReversed(),
    state(lag) {
      const read = visible(states, lag).at(-1) ?? { state: 'idle' as const, at: epoch }
      return { type: 'backend-state', ...read }
    },
    runEvents: (runId) => events.map(({ value }) => value).filter((event) => event.runId === runId),
    openRun: () => script?.runId ?? null,
    isExpired: () => hasForgotten,
    forgetEvents() {
      days += 2
      hasForgotten ||= events.length > 0
      events.length = 0
    },
    effects,
    nextIsMine: (next) => {
      mine = next
    },
  }
}
