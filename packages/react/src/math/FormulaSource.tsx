import type { ReactNode } from 'react'

export interface FormulaSourceProps {
  readonly source: string
  readonly isDisplayed: boolean
  /** Why the source stands here. */
  readonly problem?: string
}

/** What a formula is written as. */
export const FormulaSource = ({ source, isDisplayed, problem }: FormulaSourceProps): ReactNode => (
  <span className="twk-math" data-display={isDisplayed || undefined} data-source>
    <code className="twk-markdown__code">{source}</code>
    {problem !== undefined && <span className="twk-hint">{problem}</span>}
  </span>
)
