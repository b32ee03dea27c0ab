/** A document that passages are found in; whoever keeps documents keeps them in this shape. */
export interface KnowledgeDocument {
  /** Unique in its team. */
  readonly id: string
  /** Documents that are searched together. */
  readonly collection: string
  readonly title: string
  /** Plain text or markdown. */
  readonly text: string
  readonly url?: string
  /** Another number means another text. */
  readonly updatedAt: number
}

export interface KnowledgeQuery {
  readonly teamId: string
  /** The empty name is the team's whole base. */
  readonly collection: string
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
  /** The best passages first; equals in the order of documents and of their text. */
  search(query: KnowledgeQuery): Promise<readonly Passage[]>
}
