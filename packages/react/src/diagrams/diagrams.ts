import { createElement, type ReactNode } from 'react'
import type { CodeProps, MarkdownExtra } from '../markdown/markdown-extra.ts'
import { Diagram } from './Diagram.tsx'

export interface DiagramsOptions {
  /** The address of the page that `@threadwork/react/diagram-frame` makes, on the app's own origin. */
  readonly frame: string
}

/**
 * Draws closed `mermaid` blocks in a sandboxed frame, which has no origin, no network and no way out. The source is always a
 * button away, and stands there when the drawing fails. A strict policy of the app needs `frame-src 'self'`. Needs
 * `@threadwork/react/diagrams.css`.
 */
export const diagrams = ({ frame }: DiagramsOptions): MarkdownExtra => {
  const Drawing = (props: CodeProps): ReactNode => createElement(Diagram, { ...props, frame })
  return { blocks: new Map([['mermaid', Drawing]]) }
}
