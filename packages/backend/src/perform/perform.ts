import type { Action, Json, RunMode } from '@threadwork/engine'

/** Whose work it is, for every reader of data on the way. */
export interface PerformContext {
  readonly teamId: string
  readonly runId: string
  readonly workflowId: string
  readonly stepId: string
  readonly conversationId: string | null
  readonly mode: RunMode
  /** Names this attempt in all the world: passed on as the idempotency key. */
  readonly key: string
  /** Aborted when the step is over otherwise: cancelled, timed out, or the process ends. */
  readonly signal: AbortSignal
}

/** How it went. A sentence of `error` is shown to people and never holds a secret. */
export type Performed =
  | { readonly type: 'succeeded'; readonly output: Json }
  | { readonly type: 'failed'; readonly error: string }

/** Performs one type of action. What it throws is a defect and fails the step with a general sentence. */
export type Perform<Type extends Action['type'] = Action['type']> = (
  action: Extract<Action, { readonly type: Type }>,
  context: PerformContext,
) => Promise<Performed>

/** A way to perform each type of action. */
export type Performers = { readonly [Type in Action['type']]: Perform<Type> }
