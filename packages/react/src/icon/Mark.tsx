import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'

export type MarkTone = 'ok' | 'bad' | 'wait' | 'run' | 'idle'

export interface MarkProps {
  readonly tone: MarkTone
  /** Replaces the drawing, such as a step's number. */
  readonly children?: ReactNode
}

const drawings: Readonly<Record<MarkTone, ReactNode>> = {
  ok: <Icon name="check" />,
  bad: <Icon name="exclamation" />,
  wait: <Icon name="question" />,
  run: null,
  idle: null,
}

/** The round sign at the start of a row or a card. Hidden from screen readers: the row says its state in words. */
export const Mark = ({ tone, children }: MarkProps): ReactNode => (
  <span className="twk-mark" data-tone={tone} aria-hidden="true">
    {children ?? drawings[tone]}
  </span>
)
