import type { Action } from '../action.ts'
import type { RunEvent } from './run-event.ts'

/**
 * What the host is to do after a transition, in this order. `key` names an attempt of a step in all the world: the
 * host passes it on as the idempotency key, journals it before it acts, and sends it again once at most.
 */
export type Effect =
  | { readonly type: 'emit'; readonly event: RunEvent }
  | {
      readonly type: 'perform'
      readonly key: string
      readonly stepId: string
      readonly attempt: number
      readonly action: Action
    }
  /** Answered by `edge-chosen` with the first candidate that holds, in this order, or `null`. */
  | {
      readonly type: 'choose-edge'
      readonly key: string
      readonly stepId: string
      readonly attempt: number
      readonly candidates: readonly { readonly edgeId: string; readonly condition: string }[]
    }
  /** Give `wake` at `at` (milliseconds since 1970): a delay is over, a question expires, an action took too long. */
  | { readonly type: 'set-alarm'; readonly stepId: string; readonly attempt: number; readonly at: number }
