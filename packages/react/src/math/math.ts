import type { MarkdownExtra } from '../markdown/markdown-extra.ts'
import { FencedFormula, FormulaInLine, FormulaOnItsOwn } from './LateFormula.tsx'
import { formulaInLine, formulaOnItsOwn, mathSyntax } from './math-syntax.ts'

/**
 * Draws formulas as MathML: `$$…$$`, `\[…\]` and blocks of the language `math` on their own; `\(…\)` and, where it cannot be
 * a price, `$…$` in the line. A half-finished formula stays text. Commands that would load, link, colour or name anything
 * have no effect. It loads temml with the first formula. Needs `@threadwork/react/math.css`, and `temml` to be installed.
 */
export const math = (): MarkdownExtra => ({
  syntax: mathSyntax,
  blocks: new Map([
    ['math', FencedFormula],
    [formulaOnItsOwn, FormulaOnItsOwn],
  ]),
  inline: new Map([
    [formulaInLine, FormulaInLine],
    [formulaOnItsOwn, FormulaOnItsOwn],
  ]),
})
