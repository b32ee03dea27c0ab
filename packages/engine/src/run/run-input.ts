import type { Json, JsonObject } from '../json.ts'
import type { ConnectionOutcome, FormValues } from '../question.ts'

interface Attempt {
  readonly stepId: string
  readonly attempt: number
}

/** What can happen to a run. Answers of the host name the attempt that they answer. */
export type RunInput =
  | { readonly type: 'start' }
  | (Attempt & { readonly type: 'step-succeeded'; readonly output: Json })
  | (Attempt & { readonly type: 'step-failed'; readonly error: string })
  /** `edgeId: null`: none of the candidates holds. */
  | (Attempt & { readonly type: 'edge-chosen'; readonly edgeId: string | null })
  | (Attempt & { readonly type: 'wake' })
  | { readonly type: 'form-submitted'; readonly stepId: string; readonly values: FormValues }
  | {
      readonly type: 'decided'
      readonly stepId: string
      readonly resolution: 'approved' | 'rejected'
      readonly reason: string | null
      /** Who decided, for the history. */
      readonly by: string | null
    }
  | {
      readonly type: 'connection-settled'
      readonly stepId: string
      readonly outcome: ConnectionOutcome
    }
  /** Begins the failed step anew, under a new attempt. */
  | { readonly type: 'retry'; readonly stepId: string }
  | { readonly type: 'cancel' }

/** What a transition takes from its host: the moment, chance, and the world as it is now. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number
  /** A number in [0, 1), drawn for this input. */
  readonly random: number
  /**
   * What a template or a condition can read beside the run's own: `conversation` {id, status, labels, channel, starred,
   * assignee}, `contact` {…memory}, `session` {…memory}, `message` {text}. Own keys only.
   */
  readonly world: JsonObject
}
