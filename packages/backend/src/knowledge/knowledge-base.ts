/** A document that passages are found in. */
export interface KnowledgeDocument {
  /** Unique in its team. */
  readonly id: string
  readonly teamId: string
  /** Which of the team's knowledge bases it belongs to. */
  readonly base: string
  readonly title: string
  /** Plain text or markdown. */
  readonly text: string
  readonly url: string | null
}

export interface KnowledgeQuery {
  readonly teamId: string
  /** `null`: all of the team's. */
  readonly base: string | null
  readonly text: string
  /** How many passages at most. */
  readonly limit: number
}

/** A part of a document that answers a query, and where it is from. */
export interface Passage {
  readonly documentId: string
  readonly title: string
  readonly url: string | null
  readonly text: string
  /** More is better; comparable within one search. */
  readonly score: number
}

/** What a team's agents can look up. Nothing of one team is ever found by another. */
export interface KnowledgeBase {
  /** Adds a document, or takes the place of the one with its id. */
  put(document: KnowledgeDocument): Promise<void>
  remove(teamId: string, documentId: string): Promise<void>
  /** The best passages first; equals in the order of documents and of their text. */
  search(query: KnowledgeQuery): Promise<readonly Passage[]>
}
