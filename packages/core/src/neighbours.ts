/**
 * The way to the same person's other pages. It is a hint: what is posted may be lost, late or from another version, so
 * nothing may be right only because of it.
 */
export interface Neighbours {
  /** Posts a text about a topic, such as a conversation's id, to every other page. It never throws. */
  post(topic: string, text: string): void
  /** Calls back with what other pages post about a topic; returns the way to stop. */
  listen(topic: string, listener: (text: string) => void): () => void
}
