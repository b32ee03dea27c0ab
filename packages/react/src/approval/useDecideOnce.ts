import {
  digestOfCall,
  type ApprovalItem,
  type CallId,
  type DecisionDetails,
  type Submission,
} from '@threadwork/core'
import { useRef, useState } from 'react'

export type Resolution = 'approved' | 'rejected'
/** `details.shown` names what the card showed. `session.decide` fits. */
export type Decide = (callId: CallId, resolution: Resolution, details: DecisionDetails) => void

/** What the person adds to a decision. */
export type Addition = Pick<DecisionDetails, 'reason' | 'parameters'>

export interface OneDecision {
  /** What is on its way; `null` while the card is open for a decision. */
  readonly choice: Resolution | null
  readonly decide: (resolution: Resolution, addition?: Addition) => void
}

interface Turn {
  readonly callId: CallId
  readonly failure: Submission | null
}

/** Lets one decision out for each call, whatever number of clicks come before the page is drawn again. */
export const useDecideOnce = (item: ApprovalItem, onDecide: Decide): OneDecision => {
  const { callId, submission } = item
  // After a failure the card is open again, for one more decision. Each failure is an object of its own.
  const failure = submission?.status === 'failed' ? submission : null
  const [decided, setDecided] = useState<(Turn & { readonly choice: Resolution }) | null>(null)
  const last = useRef<Turn | null>(null)
  const isNow = (turn: Turn | null): boolean => turn?.callId === callId && turn.failure === failure

  const sent = submission && !failure ? (submission.choice ?? 'approved') : null
  const choice = sent ?? (decided && isNow(decided) ? decided.choice : null)

  const decide = (resolution: Resolution, addition: Addition = {}): void => {
    if (choice !== null || isNow(last.current)) return
    last.current = { callId, failure }
    setDecided({ callId, failure, choice: resolution })
    // Of the very item that is drawn: what is shown now is what was decided about.
    onDecide(callId, resolution, { ...addition, shown: digestOfCall(item) })
  }
  return { choice, decide }
}
