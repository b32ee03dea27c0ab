import type {
  AttemptId,
  CallId,
  ConversationId,
  FileId,
  IntentId,
  MessageId,
  RunId,
  StepId,
  WorkflowId,
} from '@threadwork/core'

/**
 * Names things by the texts that a scenario, a tape or a test gives. Nothing is checked: ids are opaque,
 * and a brand exists only in types, which is all that these casts say.
 */
export const named = {
  attempt: (text: string): AttemptId => text as AttemptId,
  call: (text: string): CallId => text as CallId,
  conversation: (text: string): ConversationId => text as ConversationId,
  file: (text: string): FileId => text as FileId,
  intent: (text: string): IntentId => text as IntentId,
  message: (text: string): MessageId => text as MessageId,
  run: (text: string): RunId => text as RunId,
  step: (text: string): StepId => text as StepId,
  workflow: (text: string): WorkflowId => text as WorkflowId,
} as const
