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
  // What the others know already is not told again: a draft that is taken over may come back as one that is written.
  const known = new Map<string, string | null>()
  const isKnown = (name: string, text: string | null): boolean =>
    (known.has(name) ? known.get(name) : notebook.read(keyOf(name))) === text
  return {
    readDraft: (name) => notebook.read(keyOf(name)),
    writeDraft(name, text) {
      const isNews = !isKnown(name, text)
      known.set(name, text)
      notebook.write(keyOf(name), text)
      if (isNews) onWrite(name, text)
    },
    subscribeDrafts(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    take(name, text) {
      known.set(name, text)
      notebook.write(keyOf(name), text)
      for (const listener of listeners) listener(name)
    },
  }
}
