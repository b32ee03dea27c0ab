import { createDrafts, type Drafts } from './session-drafts.ts'
import type { Mirror, MirrorPort, OpenMirror } from './session-mirror.ts'
import type { Notebook } from './session-note.ts'

/** What sharing needs of the session. */
export interface SharingPort extends Omit<MirrorPort, 'takeDraft'> {
  readonly openMirror: OpenMirror | undefined
  readonly notebook: Notebook
}

/** A session's drafts and its mirror: what is written here is told, and what is told is kept. */
export interface Sharing extends Pick<Mirror, 'tellFact' | 'close'> {
  readonly drafts: Omit<Drafts, 'take'>
  readonly open: () => void
}

export const createSharing = ({ openMirror, notebook, conversationId, learn }: SharingPort): Sharing => {
  let mirror: Mirror | undefined
  const { take, ...drafts } = createDrafts(notebook, (name, text) => mirror?.tellDraft(name, text))
  return {
    drafts,
    open: () => {
      mirror ??= openMirror?.({ conversationId, learn, takeDraft: take })
    },
    tellFact: (fact) => mirror?.tellFact(fact),
    close: () => mirror?.close(),
  }
}
