/** Something that a person may want to say next. */
export interface Suggestion {
  /** What is sent, or put into the field. */
  readonly text: string
  /** What the button says; the text when left out. */
  readonly label?: string
  /** What a click does; `send` when left out. */
  readonly action?: 'send' | 'fill'
}

/** A plain text is a suggestion that is sent. */
export const suggestionOf = (given: string | Suggestion): Suggestion =>
  typeof given === 'string' ? { text: given } : given
