import type { Command, ConversationId, IntentId } from '@threadwork/core'
import type { CancelWorkflowBody, ResumeWorkflowBody, RetryStepBody, SendMessageBody } from './wire.ts'

/** A path under the chat's base address and the JSON that is posted to it. */
export type CommandRequest =
  | { readonly path: 'messages'; readonly body: SendMessageBody }
  | { readonly path: 'resume-workflow'; readonly body: ResumeWorkflowBody }
  | { readonly path: 'retry-step'; readonly body: RetryStepBody }
  | { readonly path: 'cancel-workflow'; readonly body: CancelWorkflowBody }

/** The request that a command is, keyed by its intent; `null` for a command that this wire has no word for. */
export function commandRequest(
  command: Command,
  conversationId: ConversationId,
  intentId: IntentId,
): CommandRequest | null {
  const keyed = { conversationId, idempotencyKey: intentId }
  switch (command.type) {
    case 'send-message':
      return { path: 'messages', body: { conversationId, text: command.text, clientMessageId: intentId } }
    case 'submit-form': {
      const { workflowId, stepId, values } = command
      return { path: 'resume-workflow', body: { ...keyed, workflowId, stepId, values } }
    }
    case 'retry-step':
      return {
        path: 'retry-step',
        body: { ...keyed, workflowId: command.workflowId, stepId: command.stepId },
      }
    case 'cancel-workflow':
      return { path: 'cancel-workflow', body: { ...keyed, workflowId: command.workflowId } }
    case 'decide':
    case 'skip-connection':
      return null
  }
}
