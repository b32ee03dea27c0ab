import type { Fact } from './facts.ts'
import type { Neighbours } from './neighbours.ts'
import { createDrafts, type Drafts } from './session-drafts.ts'
import { createMirror, type Mirror } from './session-mirror.ts'
import type { Notebook } from './session-note.ts'

/** What sharing needs of the session. */
export interface SharingPort {
  /** `null`: this page is alone. */
  readonly neighbours: Neighbours | null
  readonly conversationId: string
  readonly notebook: Notebook
  /** Takes what another page's person did. */
  readonly learn: (fact: Fact) => void
}

/** A session's drafts and its mirror: what is written here is told, and what is told is kept. */
export interface Sharing {
  readonly drafts: Omit<Drafts, 'take'>
  readonly mirror: Omit<Mirror, 'tellDraft'>
}

export const createSharing = ({ notebook, ...port }: SharingPort): Sharing => {
  const { take, ...drafts } = createDrafts(notebook, (name, text) => mirror.tellDraft(name, text))
  const mirror = createMirror({ ...port, takeDraft: take })
  return { drafts, mirror }
}
