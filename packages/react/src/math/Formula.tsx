import { useMemo, type ReactNode } from 'react'
import { englishMarkdown } from '../strings/markdown.ts'
import { useWords } from '../strings/useWords.ts'
import { formulaTree } from './formula-tree.ts'
import { FormulaSource } from './FormulaSource.tsx'

export interface FormulaProps {
  readonly source: string
  /** It has its lines to itself. */
  readonly isDisplayed: boolean
}

/** A formula; its source with a sentence where it cannot be read. */
export const Formula = ({ source, isDisplayed }: FormulaProps): ReactNode => {
  const strings = useWords('markdown', englishMarkdown)
  const tree = useMemo(() => formulaTree(source, isDisplayed), [source, isDisplayed])
  if (tree === null)
    return <FormulaSource source={source} isDisplayed={isDisplayed} problem={strings.formulaFailed} />
  return isDisplayed ? (
    // Without a tab stop a keyboard could not scroll a long one.
    <span className="twk-math" data-display tabIndex={0} role="group" aria-label={strings.formula}>
      {tree}
    </span>
  ) : (
    <span className="twk-math">{tree}</span>
  )
}
