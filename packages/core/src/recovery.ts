import type { Recovery } from './conversation.ts'
import type { Link } from './items.ts'
import type { Failure } from './transport.ts'
import type {
  RecoveryContext,
  RecoveryEffect,
  RecoveryInput,
  RecoveryState,
  RecoveryStep,
} from './recovery-contract.ts'

/** Milliseconds. A spinner outlives the truth by at most 10 s, so no wait comes near that. */
const longestWait = 8000
const firstWait = 250
const watchWait = 2000
const watchFor = 180_000
const quietReadsToSettle = 2
// A hub that tells of workflows alone never tells of a message: the history has it.
const waitForEcho = 2000
// Numbers that several reads do not bring are lost: backends keep no events of some moments. So is an answer, or the
// clock for states runs behind the one for messages. And the word “idle” may be younger than the events beside it.
const readsForGap = 3
// After a connection, backends say idle long before the reply: only a long silence means that none will come.
const quietReadsAfterConnection = 20

export const createRecovery = (delivery: 'push' | 'pull'): RecoveryState => ({
  link: 'live',
  delivery,
  // A connection that mends itself is whole until it says otherwise.
  isStreamOpen: delivery === 'push',
  isReading: false,
  isReadDue: false,
  isStopped: false,
  attempt: 0,
  quietReads: 0,
  nextTryAt: null,
  failure: null,
  watchUntil: 0,
})

/** What a person may see of it; `null` when all is well. */
export const shownRecovery = (state: RecoveryState): Recovery | null =>
  state.link === 'live'
    ? null
    : { attempt: state.attempt, nextTryAt: state.nextTryAt, failure: state.failure }

// Half of the wait is fixed and half is chance, so that many clients do not come back at once.
const jitter = (ms: number, random: number): number => Math.round(ms / 2 + (ms / 2) * random)

const backOff = (attempt: number): number => Math.min(1000 * 2 ** Math.max(0, attempt - 1), longestWait)

const wait = (state: RecoveryState, ms: number, context: RecoveryContext): RecoveryStep => [
  { ...state, nextTryAt: context.now + ms },
  [{ type: 'wait', ms }],
]

const read = (state: RecoveryState, context: RecoveryContext): RecoveryStep => {
  if (state.isReading) return [{ ...state, isReadDue: true }, []]
  const wantsStream =
    state.delivery === 'pull' &&
    context.need.isTurnOpen &&
    !state.isStreamOpen &&
    !context.need.isAwaitingConnection
  const next: RecoveryState = { ...state, isReading: true, isReadDue: false, nextTryAt: null }
  const effects: readonly RecoveryEffect[] = [{ type: 'cancel-wait' }, { type: 'read' }]
  return [next, wantsStream ? [...effects, { type: 'resume' }] : effects]
}

const isWorking = ({ need }: RecoveryContext): boolean => need.isTurnOpen && !need.isAwaitingPerson

// A hub that lost the end of something says no more of it, ever: where work goes on in silence, the history is asked.
const listen = (state: RecoveryState, context: RecoveryContext): RecoveryStep =>
  state.isStreamOpen && isWorking(context) ? wait(state, longestWait, context) : [state, []]

const finalReasons: readonly Failure['reason'][] = ['signed-out', 'no-access', 'not-found', 'not-available']

const isFinal = ({ reason }: Failure): boolean => finalReasons.includes(reason)

type ReadTold = Extract<RecoveryInput, { type: 'read-done' }>

const afterRead = (state: RecoveryState, told: ReadTold, context: RecoveryContext): RecoveryStep => {
  const { need } = context
  if (state.isReadDue) return read(state, context)
  const isLate = (need.hasGap || need.isEndUnseen || told.isUnanswered) && state.attempt <= readsForGap
  const isMissing = told.isPartial || isLate
  if (isMissing && !need.isTurnOpen)
    return wait(state, jitter(backOff(state.attempt), context.random), context)
  if (state.delivery === 'push' && need.isUnconfirmed && state.attempt <= readsForGap)
    return wait(state, jitter(backOff(state.attempt), context.random), context)
  if (state.delivery === 'push') return listen({ ...state, attempt: 0, nextTryAt: null }, context)
  if (!need.isTurnOpen) return [{ ...state, attempt: 0, nextTryAt: null }, []]
  if (need.isAwaitingConnection) {
    const isWatched = context.now < state.watchUntil
    return wait(state, jitter(isWatched ? watchWait : backOff(state.attempt + 2), context.random), context)
  }
  // An open stream tells by itself, unless it broke in silence: then the next read will.
  if (state.isStreamOpen) return need.isAwaitingPerson ? [state, []] : wait(state, longestWait, context)
  return wait(state, jitter(backOff(state.attempt), context.random), context)
}

const isAtRest = (state: RecoveryState): boolean => state.isStopped || state.link === 'offline'

const finishRead = (state: RecoveryState, input: ReadTold, context: RecoveryContext): RecoveryStep => {
  const { need } = context
  const isQuiet = input.isIdle && !input.isNews && need.isTurnOpen && !need.isAwaitingPerson
  const quietReads = isQuiet ? state.quietReads + 1 : 0
  const next: RecoveryState = {
    ...state,
    isReading: false,
    failure: null,
    quietReads,
    attempt: input.isNews ? 1 : state.attempt + 1,
  }
  // It began before: it says nothing of the link now.
  if (isAtRest(state)) return [{ ...next, isReadDue: false }, []]
  const link: Link = state.delivery === 'pull' || state.isStreamOpen ? 'live' : state.link
  const enough = need.isAwaitingConnection ? quietReadsAfterConnection : quietReadsToSettle
  if (quietReads < enough) return afterRead({ ...next, link }, input, context)
  // What is open still is no run, such as a message that the history does not show yet.
  const [rested, effects] = afterRead({ ...next, link, quietReads: 0 }, input, context)
  return [rested, [{ type: 'settle' }, ...effects]]
}

const failRead = (state: RecoveryState, failure: Failure, context: RecoveryContext): RecoveryStep => {
  const next: RecoveryState = {
    ...state,
    isReading: false,
    isReadDue: false,
    failure,
    attempt: state.attempt + 1,
  }
  if (isFinal(failure)) return [{ ...next, nextTryAt: null }, [{ type: 'cancel-wait' }]]
  if (isAtRest(state)) return [next, []]
  const ms = Math.max(failure.retryAfter ?? 0, jitter(backOff(next.attempt), context.random))
  return wait({ ...next, link: 'recovering' }, ms, context)
}

const loseStream = (
  state: RecoveryState,
  input: Extract<RecoveryInput, { type: 'stream-ended' }>,
  context: RecoveryContext,
): RecoveryStep => {
  const closed: RecoveryState = { ...state, isStreamOpen: false }
  if (isAtRest(state)) return [closed, []]
  if (input.reason === 'aborted') return [{ ...closed, link: 'live' }, []]
  // The history now has the person's own message, which no event carries.
  if (input.reason === 'finished') return read({ ...closed, link: 'live' }, context)
  // The stream of a parked connection, or of a turn that is over, is expected to end: nothing is wrong with the link.
  const isExpected = context.need.isAwaitingConnection || !context.need.isTurnOpen
  const link: Link = isExpected ? state.link : 'recovering'
  const least = Math.min(input.retryAfter ?? firstWait, longestWait)
  const ms = jitter(least, context.random)
  return wait({ ...closed, link, attempt: 0, failure: input.failure }, ms, context)
}

// A stream that opens and then says nothing may be held up on the way: the next read tells.
const openStream = (state: RecoveryState, context: RecoveryContext): RecoveryStep => {
  const next: RecoveryState = { ...state, isStreamOpen: true, isStopped: false, link: 'live', failure: null }
  return state.delivery === 'push' || state.isReading ? [next, []] : wait(next, longestWait, context)
}

const wake = (state: RecoveryState, context: RecoveryContext): RecoveryStep => {
  const woken: RecoveryState = {
    ...state,
    isStopped: false,
    attempt: 0,
    link: state.link === 'offline' ? 'recovering' : state.link,
  }
  const [next, effects] = read(woken, context)
  return [next, [{ type: 'wake-transport' }, ...effects]]
}

const heard = (state: RecoveryState, context: RecoveryContext): RecoveryStep => {
  const next: RecoveryState = { ...state, quietReads: 0 }
  const isEchoDue = context.need.isUnconfirmed && !state.isReading && state.nextTryAt === null
  if (state.delivery === 'push' && state.isStreamOpen && isEchoDue) return wait(next, waitForEcho, context)
  const isOver = !context.need.isTurnOpen && !context.need.hasGap
  if (state.isReading || isOver) return [next, []]
  if (state.delivery === 'push') return listen(next, context)
  // Without a stream a poll is due, and sooner.
  if (!state.isStreamOpen && state.nextTryAt !== null) return [next, []]
  // A number that is missing is fetched quietly; so is a stream that goes silent.
  return wait(next, context.need.hasGap ? firstWait : longestWait, context)
}

// The wait was for an echo or for the end of a silence, which came.
const isEchoed = (state: RecoveryState, context: RecoveryContext): boolean =>
  state.delivery === 'push' &&
  state.attempt === 0 &&
  state.failure === null &&
  !context.need.isUnconfirmed &&
  !isWorking(context)

/** How the session comes back to the truth. Pure: the session performs the effects. */
export const stepRecovery = (
  state: RecoveryState,
  input: RecoveryInput,
  context: RecoveryContext,
): RecoveryStep => {
  switch (input.type) {
    case 'open':
      // What was asked for before there was a connection brought nothing.
      return read({ ...state, isReading: false }, context)
    case 'stream-opened':
      return openStream(state, context)
    case 'stream-ended':
      return loseStream(state, input, context)
    case 'reconnecting': {
      const nextTryAt = input.retryIn === null ? null : context.now + input.retryIn
      const link: Link = state.link === 'offline' ? 'offline' : 'recovering'
      const { attempt, failure } = input
      return [{ ...state, link, attempt, nextTryAt, failure, isStreamOpen: false }, []]
    }
    case 'reconnected':
      return [{ ...state, link: 'live', attempt: 0, nextTryAt: null, failure: null, isStreamOpen: true }, []]
    case 'heard':
      return heard(state, context)
    case 'due':
      if (isAtRest(state)) return [state, []]
      return isEchoed(state, context) ? [{ ...state, nextTryAt: null }, []] : read(state, context)
    case 'read-done':
      return finishRead(state, input, context)
    case 'read-failed':
      return failRead(state, input.failure, context)
    case 'wake':
      return wake(state, context)
    case 'offline':
      return [{ ...state, link: 'offline', nextTryAt: null }, [{ type: 'cancel-wait' }]]
    case 'watch':
      return read({ ...state, watchUntil: context.now + watchFor }, context)
    case 'stop':
      return [{ ...state, isStopped: true, nextTryAt: null }, [{ type: 'cancel-wait' }]]
  }
}
