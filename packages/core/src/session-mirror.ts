import type { Fact } from './facts.ts'
import type { AttemptId, CallId } from './ids.ts'
import type { Neighbours } from './neighbours.ts'

/** What the mirror needs of the session. */
export interface MirrorPort {
  readonly conversationId: string
  /** Takes what another page's person did. */
  readonly learn: (fact: Fact) => void
  /** Takes what another page's person wrote; `null` when it is gone. */
  readonly takeDraft: (name: string, text: string | null) => void
}

/** Tells other pages what a person did and wrote in this one, and hears of the same from them. */
export interface Mirror {
  /** Tells a fact that a definite answer taught; facts of another kind are the backend's to tell. */
  readonly tellFact: (fact: Fact) => void
  readonly tellDraft: (name: string, text: string | null) => void
  readonly close: () => void
}

type Word =
  | { readonly type: 'decision'; readonly callId: string; readonly resolution: Resolution }
  | { readonly type: 'skipped'; readonly attemptId: string }
  | { readonly type: 'draft'; readonly name: string; readonly text: string | null }

/** Another version's words are not believed: a page that was open before an update may still speak. */
const version = 1

const resolutions = ['approved', 'rejected', 'resolved', 'expired', 'changed'] as const
type Resolution = (typeof resolutions)[number]

const isResolution = (value: unknown): value is Resolution => resolutions.some((known) => known === value)

const isName = (value: unknown): value is string => typeof value === 'string' && value !== ''

const decode = (value: unknown): Word | null => {
  if (typeof value !== 'object' || value === null) return null
  const word = value as Readonly<Record<string, unknown>> // any object has such keys, of unknown values
  const { v, type, callId, resolution, attemptId, name, text } = word
  if (v !== version) return null
  if (type === 'decision' && isName(callId) && isResolution(resolution)) return { type, callId, resolution }
  if (type === 'skipped' && isName(attemptId)) return { type, attemptId }
  if (type === 'draft' && isName(name) && (text === null || typeof text === 'string'))
    return { type, name, text }
  return null
}

const read = (text: string): Word | null => {
  try {
    return decode(JSON.parse(text))
  } catch {
    return null
  }
}

const wordOf = (fact: Fact): Word | null => {
  if (fact.type === 'decision') {
    const { callId, resolution } = fact.decision
    return { type: 'decision', callId, resolution }
  }
  if (fact.type === 'connection' && fact.connection.status === 'skipped')
    return { type: 'skipped', attemptId: fact.connection.attemptId }
  return null
}

const factOf = (word: Exclude<Word, { readonly type: 'draft' }>): Fact => {
  // What was checked to be a name is one; whose it is, its word says.
  if (word.type === 'skipped') {
    const attemptId = word.attemptId as AttemptId
    return { type: 'connection', connection: { attemptId, status: 'skipped', link: null } }
  }
  const callId = word.callId as CallId
  return { type: 'decision', decision: { callId, resolution: word.resolution, by: 'elsewhere' } }
}

/** Opens a session's mirror. Who passes none loads none of it. */
export type OpenMirror = (port: MirrorPort) => Mirror

/** Mirrors between the sessions of one conversation in several pages of a person. */
export const mirrorAcross =
  (neighbours: Neighbours): OpenMirror =>
  ({ conversationId, learn, takeDraft }) => {
    const tell = (word: Word | null): void => {
      if (word !== null) neighbours.post(conversationId, JSON.stringify({ v: version, ...word }))
    }
    const hear = (text: string): void => {
      const word = read(text)
      if (word === null) return
      if (word.type === 'draft') takeDraft(word.name, word.text)
      else learn(factOf(word))
    }
    return {
      tellFact: (fact) => tell(wordOf(fact)),
      tellDraft: (name, text) => tell({ type: 'draft', name, text }),
      close: neighbours.listen(conversationId, hear),
    }
  }
