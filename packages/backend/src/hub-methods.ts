import type { BackendContext } from './context.ts'
import type { HubMethods } from './hub/context.ts'
import { HubError } from './hub/hub-error.ts'

/** The hub's group of a conversation. */
export const groupOf = (conversationId: string): string => `conversation:${conversationId}`

/** What a client may invoke: joining a conversation of its user's, and leaving it. */
export function hubMethods(context: BackendContext): HubMethods {
  return {
    JoinConversation(conversationId: unknown): void {
      const conversation = context.store.get('conversations', String(conversationId))
      if (conversation?.parent !== (this.user ?? 'development')) {
        throw new HubError(
          'This conversation was not found. It may have been deleted, or belong to somebody else.',
        )
      }
      this.join(groupOf(conversation.id))
    },
    LeaveConversation(conversationId: unknown): void {
      this.leave(groupOf(String(conversationId)))
    },
  }
}
