import type { IntentId, MessageId, RunId } from './ids.ts'
import type { IntentStatus } from './items.ts'
import type { Command, Failure } from './transport.ts'

/** Something that the person wants of the backend, stored before it leaves. Its id is the idempotency key. */
export interface Intent {
  readonly id: IntentId
  readonly command: Command
  readonly status: IntentStatus
  /** How often it left. */
  readonly attempts: number
  /** An answer to it was lost: it may have arrived, and a later refusal may be about that. */
  readonly isDoubtful: boolean
  /** How often it was looked up since its answer was lost. */
  readonly lookUps: number
  readonly failure: Failure | null
  /** The run that the message's own stream named. */
  readonly runId: RunId | null
  /** What the backend calls the message, once that is known. */
  readonly messageId: MessageId | null
  /** The newest server time known when the person asked; history up to it cannot be this message. */
  readonly sentAfter: number
  /** How often the form had been asked for when it was submitted. */
  readonly round: number
  /** The values of these keys are never stored. */
  readonly secretKeys: readonly string[]
  /** A message that waits: for the running turn to end, or for the person who is at it. */
  readonly hold: 'turn' | 'person' | null
}

/** A fresh intent of a command; the rest starts empty. */
export const createIntent = (
  id: IntentId,
  command: Command,
  details: Partial<Pick<Intent, 'sentAfter' | 'round' | 'secretKeys'>>,
): Intent => ({
  id,
  command,
  status: 'queued',
  attempts: 0,
  isDoubtful: false,
  lookUps: 0,
  failure: null,
  runId: null,
  messageId: null,
  sentAfter: details.sentAfter ?? 0,
  round: details.round ?? 0,
  secretKeys: details.secretKeys ?? [],
  hold: null,
})

/** What an intent is about. Two intents about the same thing would be one effect twice; messages never are. */
export const subjectOf = ({ command, round }: Intent): string | null => {
  switch (command.type) {
    case 'send-message':
      return null
    case 'decide':
      return `decide ${command.callId}`
    case 'submit-form':
      return `form ${command.workflowId ?? ''} ${command.stepId} ${round}`
    case 'retry-step':
      return `retry ${command.workflowId ?? ''} ${command.stepId}`
    case 'cancel-workflow':
      return `cancel ${command.workflowId ?? ''}`
    case 'skip-connection':
      return `skip ${command.attemptId}`
  }
}

/** Whether it may still take effect without the person's doing. */
export const isUnderWay = ({ status }: Intent): boolean =>
  status === 'queued' || status === 'sending' || status === 'unknown'
