import type { ConversationId } from './ids.ts'
import type { Storage } from './storage.ts'

/** A conversation's corner of the storage. It never throws: what the storage refuses is told once. */
export interface Notebook {
  read(name: string): string | null
  write(name: string, value: string | null): void
}

const problemText =
  'This browser refuses to keep notes for this page, so a draft or an answer on its way may be lost in a reload. Allow site data, or finish before you reload.'

export const createNotebook = (
  storage: Storage,
  conversationId: ConversationId,
  onProblem: (problem: string) => void,
): Notebook => {
  const keyOf = (name: string): string => `threadwork:${conversationId}:${name}`
  const attempt = <Value>(act: () => Value, otherwise: Value): Value => {
    try {
      return act()
    } catch {
      onProblem(problemText)
      return otherwise
    }
  }
  return {
    read: (name) => attempt(() => storage.read(keyOf(name)), null),
    write(name, value) {
      attempt(
        () => (value === null ? storage.remove(keyOf(name)) : storage.write(keyOf(name), value)),
        undefined,
      )
    },
  }
}
