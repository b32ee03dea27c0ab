import type { Json, Stage } from './stage.ts'

const busy: readonly string[] = ['ai_running', 'skill_processing']

/** Begins a conversation with a message; resolves to its id when the agent has answered. */
export const newConversation = async (stage: Stage, text: string | null = null): Promise<string> => {
  const { conversation_id: id } = await stage.read('POST', '/chat/conversations', {})
  if (text !== null) await sayTo(stage, id, text)
  return id
}

/** Says something in a conversation, and waits until everything that it set going is over, or asks. */
export const sayTo = async (stage: Stage, conversationId: string, text: string): Promise<void> => {
  await stage.read('POST', `/chat/conversations/${conversationId}/messages`, { message: text })
  await settled(stage, conversationId)
}

/** Waits until nothing runs in a conversation. */
export const settled = async (stage: Stage, conversationId: string): Promise<void> => {
  await stage.until(`/chat/conversations/${conversationId}`, ({ state }) => !busy.includes(state))
  await stage.until(`/runs?conversationId=${conversationId}&status=running`, ({ total }) => total === 0)
}

/** What was told in a conversation, as its kept events. */
export const told = async (stage: Stage, conversationId: string): Promise<readonly Json[]> =>
  (await stage.read('GET', `/chat/conversations/events?conversation_id=${conversationId}`)).events

/** What stands in a conversation, oldest first: who said what. */
export const history = async (stage: Stage, conversationId: string): Promise<readonly Json[]> =>
  (await stage.read('GET', `/chat/conversations/${conversationId}/messages?limit=100`)).messages
    .map(({ source, content }: Json) => [source, content])
    .toReversed()
