import type { ConnectionOutcome, Question } from '../question.ts'

interface RunEventBase {
  readonly runId: string
  /** Counts the run's events from 1, without gaps. */
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A link or a button under a message that a workflow says. A button sends its `text` as the person's message. */
export type ReplyAction =
  | { readonly type: 'link'; readonly label: string; readonly url: string }
  | { readonly type: 'button'; readonly label: string; readonly text: string }

interface StepEvent {
  readonly stepId: string
  /** The lane that it runs in: `main`, or a companion's. */
  readonly laneId: string
  /** Whether a person sees the step on the workflow's card: what decides, says or ends is not one. */
  readonly isShown: boolean
}

/** What a run tells the world, in order. */
export type RunEvent = RunEventBase &
  (
    | { readonly type: 'workflow-started'; readonly name: string }
    | (StepEvent & {
        readonly type: 'step-started'
        readonly nodeId: string
        readonly nodeType: string
        readonly message: string
        readonly attempt: number
        /** The tool or skill that the step runs, for a wire that tells skills. */
        readonly skill: string | null
      })
    | (StepEvent & { readonly type: 'question-asked'; readonly question: Question })
    | (StepEvent & {
        readonly type: 'question-answered'
        readonly outcome: 'submitted' | 'approved' | 'rejected' | 'expired' | ConnectionOutcome
      })
    | (StepEvent & { readonly type: 'said'; readonly text: string; readonly actions: readonly ReplyAction[] })
    | (StepEvent & { readonly type: 'step-completed' })
    | (StepEvent & { readonly type: 'step-failed'; readonly error: string; readonly canRetry: boolean })
    | { readonly type: 'workflow-completed' }
    | { readonly type: 'workflow-failed'; readonly error: string }
    /** `stepIds`: the steps that were under way. */
    | { readonly type: 'workflow-cancelled'; readonly stepIds: readonly string[] }
  )
