import type { BackendContext } from '../context.ts'
import { readConversation } from '../conversation.ts'
import { type Incoming, startTurn } from './start-turn.ts'

/** Takes a message under its sender's own name for it: the same name is one message, and one answer. */
export function sendOnce(
  context: BackendContext,
  incoming: Incoming & { readonly clientMessageId: string },
): Readonly<Record<string, unknown>> {
  const { id } = readConversation(context, incoming.user, incoming.conversationId)
  const key = `${id}:message:${incoming.clientMessageId}`
  const known = context.store.get('keys', key)
  if (known) return known.answer
  return context.automation.unit.run(() => {
    const { log, message } = startTurn(context, incoming)
    const answer = { conversationId: id, messageId: message.id, runId: log.runId }
    context.store.put('keys', { id: key, parent: id, at: message.at, answer })
    return answer
  })
}
