/** What every record has. */
export interface RecordBase {
  /** Unique in its collection. */
  readonly id: string
  /** What it belongs to: a conversation, a workflow, or its owner. */
  readonly parent: string
  /** When it was made, in milliseconds since 1970. */
  readonly at: number
  /** A word that it is listed by beside its parent, for what is looked for among very many; left out when it is not. */
  readonly label?: string
}
