import type { ModelMessage } from './model.ts'

const mostMessages = 60
const mostCharacters = 40_000

/** The end of a transcript that a model can be given: not more than it reads well, and no answer without its call. */
export function recentMessages(messages: readonly ModelMessage[]): readonly ModelMessage[] {
  let left = mostCharacters
  let from = messages.length
  while (from > 0 && messages.length - from < mostMessages) {
    const message = messages[from - 1]
    left -= message === undefined ? 0 : lengthOf(message)
    if (left < 0) break
    from -= 1
  }
  const recent = messages.slice(from)
  const first = recent.findIndex(({ role }) => role !== 'tool')
  return first === -1 ? [] : recent.slice(first)
}

const lengthOf = (message: ModelMessage): number =>
  message.role === 'tool' ? JSON.stringify(message.output).length : message.text.length
