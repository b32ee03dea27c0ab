import { createContext, type Context } from 'react'

/** A note that has its place below the message. */
export interface Footnote {
  readonly label: string
  /** Counted from one, in the order in which the text refers to them. */
  readonly number: number
  readonly source: string
  /** How many places refer to it. */
  readonly marks: number
}

/** The notes of one message, in order. */
export interface Footnotes {
  /** Sets the ids of this message apart from all others of the page. */
  readonly id: string
  readonly notes: readonly Footnote[]
}

/** The notes of the message around. */
export const FootnotesContext: Context<Footnotes> = createContext<Footnotes>({ id: '', notes: [] })

export const noteId = (id: string, number: number): string => `${id}note-${number}`
export const markId = (id: string, number: number, mark: number): string => `${id}mark-${number}-${mark}`
