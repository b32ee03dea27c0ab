import {
  createRecovery,
  stepRecovery,
  type Phase,
  type RecoveryContext,
  type RecoveryInput,
  type RecoveryState,
} from '@threadwork/core'
import type { ScenarioStep } from './scenario-step.ts'

/** How the way to the backend stands before the first step of a scenario. */
export const firstLink: RecoveryState = createRecovery('pull')

const inputOf = (step: ScenarioStep, phase: Phase): RecoveryInput | null => {
  // An event can only be heard on a stream that is open.
  if (step.type === 'heard') return step.fact.type === 'event' ? { type: 'stream-opened' } : null
  if (step.type === 'read')
    return {
      type: 'read-done',
      isIdle: phase === 'idle',
      isNews: true,
      isPartial: false,
      isUnanswered: false,
    }
  if (step.type !== 'signal') return null
  switch (step.signal) {
    case 'ping':
      return null
    case 'eof':
    case 'interrupted': {
      const reason = phase === 'idle' ? 'finished' : step.signal
      return { type: 'stream-ended', reason, retryAfter: null, failure: null }
    }
    case 'drop':
      return { type: 'reconnecting', attempt: 1, retryIn: null, failure: null }
    case 'reconnected':
      return { type: 'reconnected' }
  }
}

/** The link after a step, by the session's own machine; no time passes in a scenario. */
export const nextLink = (state: RecoveryState, step: ScenarioStep, phase: Phase): RecoveryState => {
  const input = inputOf(step, phase)
  const context: RecoveryContext = {
    now: 0,
    random: 0,
    need: {
      isTurnOpen: phase !== 'idle',
      isAwaitingPerson: phase === 'awaiting-approval' || phase === 'awaiting-input',
      isAwaitingConnection: phase === 'awaiting-connection',
      hasGap: false,
      isEndUnseen: false,
      isUnconfirmed: false,
    },
  }
  return input === null ? state : stepRecovery(state, input, context)[0]
}
