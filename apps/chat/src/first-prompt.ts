const prompts = new Map<string, string>()

/** Leaves the first message of a conversation that is about to open. */
export const leavePrompt = (conversationId: string, prompt: string): void =>
  void prompts.set(conversationId, prompt)

/** Takes it, once: an effect that runs twice must not send twice. */
export const takePrompt = (conversationId: string): string | null => {
  const prompt = prompts.get(conversationId) ?? null
  prompts.delete(conversationId)
  return prompt
}
