import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFormula } from './dollar-rule.ts'

const seed = process.env['SEED'] ? Number(process.env['SEED']) : undefined

/** The formulas that the rule finds in a line, as the parser would ask it. */
const formulasIn = (line: string): readonly string[] => {
  const found: string[] = []
  for (let start = line.indexOf('$'); start !== -1; start = line.indexOf('$', start + 1)) {
    const end = line.indexOf('$', start + 1)
    if (end === -1) break
    const content = line.slice(start + 1, end)
    if (!isFormula(content, { before: line[start - 1] ?? null, after: line[end + 1] ?? null })) continue
    found.push(content)
    start = end
  }
  return found
}

describe('isFormula', () => {
  it.each([
    'It costs $5 and then $6.',
    'Between $10 and $20 a month',
    'from $10 to 20$ each',
    '$5, or 5$ at most',
    '$5-$6, $5–$6, $5/$6',
    'US$5 or A$6 or NZ$7',
    'the pair AUD$/USD$',
    'set $HOME and $PATH',
    'set $HOME/$PATH:$PATH',
    '$1,000.00 ($900.00 net)',
    'a $ sign and a $ sign',
    '$$$ cheap $$$',
    '5$ and 6$',
    '$5 for the first, $3 for each more',
    'price: $5\nnext: $6',
    'win $5 million or $6 million',
  ])('leaves %s alone', (line) => {
    expect(formulasIn(line)).toEqual([])
  })

  it.each([
    ['Let $x$ be', ['x']],
    ['There are $10$ of them, $100k$ in all', ['10', '100k']],
    ['so $a^2 + b^2 = c^2$.', ['a^2 + b^2 = c^2']],
    ['($n$-th)', ['n']],
    ['$\\frac{a}{b}$, $c$', ['\\frac{a}{b}', 'c']],
    ['$x \\text{ if and only if } y$', ['x \\text{ if and only if } y']],
    ['$f(x) = ab + cd$', ['f(x) = ab + cd']],
    ['$\\sin x \\cos y$', ['\\sin x \\cos y']],
    ['“$x$”', ['x']],
  ])('finds the formulas of %s', (line, formulas) => {
    expect(formulasIn(line)).toEqual(formulas)
  })

  it('takes no two prices in a sentence for a formula', () => {
    const price = fc
      .tuple(fc.nat(99_999), fc.constantFrom('', '.50', ',000', 'k', ' million', '/month'))
      .map(([amount, unit]) => `$${amount}${unit}`)
    const between = fc.constantFrom(
      ' and ',
      ' or ',
      ' to ',
      ', then ',
      '-',
      '–',
      ' plus tax, or ',
      '/',
      ' (was ',
      ' vs. ',
      '; ',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(price, between), { minLength: 2, maxLength: 6 }), (parts) => {
        expect(formulasIn(parts.flat().join(''))).toEqual([])
      }),
      { ...(seed === undefined ? {} : { seed }), numRuns: 2000 },
    )
  })
})
