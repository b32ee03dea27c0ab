import type { Session } from './session-contract.ts'
import type { Notebook } from './session-note.ts'

/** The drafts of a session, with who is told of those that other pages wrote. */
export interface Drafts extends Pick<Session, 'readDraft' | 'writeDraft' | 'subscribeDrafts'> {
  /** Takes a draft that another page wrote. */
  readonly take: (name: string, text: string | null) => void
}

/** Keeps drafts in the notebook, and tells `onWrite` of each that is written here. */
export const createDrafts = (
  notebook: Notebook,
  onWrite: (name: string, text: string | null) => void,
): Drafts => {
  const listeners = new Set<(name: string) => void>()
  const keyOf = (name: string): string => `draft:${name}`
  return {
    readDraft: (name) => notebook.read(keyOf(name)),
    writeDraft(name, text) {
      notebook.write(keyOf(name), text)
      onWrite(name, text)
    },
    subscribeDrafts(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    take(name, text) {
      notebook.write(keyOf(name), text)
      for (const listener of listeners) listener(name)
    },
  }
}
