'use client'

import { createContext, use, type ComponentType, type Context } from 'react'

export interface CodeProps {
  readonly code: string
  /** As the message names it, in small letters. */
  readonly language: string
  /** More of it may come: the message is still being written, and this is its end. */
  readonly isOpen: boolean
}

/**
 * What a host adds to the drawing of markdown: `highlight()`, `math()` and `diagrams()` make one each, and a host may write
 * its own. An extra is made once, outside of components.
 */
export interface MarkdownExtra {
  /** Adds to the parser, as a remark plugin does. What it finds has to become code of a language that `blocks` or `inline` names. */
  readonly syntax?: (this: { data(): object }) => void
  /** Draw blocks of code in these languages, in place of the kit's box. */
  readonly blocks?: ReadonlyMap<string, ComponentType<CodeProps>>
  /** Draw code inside of a line. Only a `syntax` gives that a language. */
  readonly inline?: ReadonlyMap<string, ComponentType<CodeProps>>
  /** Colours the one text node of a closed block in the kit's box, and returns what takes that back. */
  readonly paint?: (text: Text, language: string) => () => void
}

const none: readonly MarkdownExtra[] = []

const MarkdownExtrasContext: Context<readonly MarkdownExtra[]> = createContext(none)

/** `<MarkdownExtrasProvider value={extras}>`: keep the list's identity between renders. */
export const MarkdownExtrasProvider: Context<readonly MarkdownExtra[]> = MarkdownExtrasContext

/** The extras in use here; none by default. */
export const useMarkdownExtras = (): readonly MarkdownExtra[] => use(MarkdownExtrasContext)

/** True inside of the block at the end of a text that is still being written. */
export const OpenEnd: Context<boolean> = createContext(false)
