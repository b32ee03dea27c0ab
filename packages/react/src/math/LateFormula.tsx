'use client'

import { Suspense, useState, type ReactNode } from 'react'
import { lateComponent, type LateComponent } from '../base/late-component.ts'
import { CodeBlock } from '../markdown/CodeBlock.tsx'
import type { CodeProps } from '../markdown/markdown-extra.ts'
import type { FormulaProps } from './Formula.tsx'
import { FormulaSource } from './FormulaSource.tsx'

/** What draws formulas, in a chunk of its own with its library. */
export const lateFormula: LateComponent<FormulaProps> = lateComponent(
  async () => (await import('./Formula.tsx')).Formula,
)

const LateFormula = (props: FormulaProps): ReactNode => {
  const [Formula] = useState(() => lateFormula.take())
  return (
    <Suspense fallback={<FormulaSource {...props} />}>
      <Formula {...props} />
    </Suspense>
  )
}

export const FormulaInLine = ({ code }: CodeProps): ReactNode => (
  <LateFormula source={code} isDisplayed={false} />
)

export const FormulaOnItsOwn = ({ code }: CodeProps): ReactNode => <LateFormula source={code} isDisplayed />

/** A block of the language `math`, once its fence is closed. */
export const FencedFormula = ({ code, language, isOpen }: CodeProps): ReactNode =>
  isOpen ? <CodeBlock code={code} language={language} /> : <LateFormula source={code} isDisplayed />
