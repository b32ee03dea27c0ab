/** What stands on both sides of a dollar pair, as one character each; `null` at an end of the text. */
export interface Surroundings {
  readonly before: string | null
  readonly after: string | null
}

const wordLike = /[\p{L}\p{N}$]/u
const command = /\\[A-Za-z]+\s*(?:\{[^{}]*\})?/gu
// A word that other words or numbers stand around, as in "10 and 20": no operator, so no formula.
const prose = /(?<=[\p{L}\p{N}.,;:!?)%]\s)\p{L}{2,}(?=[,;:]?\s[\p{L}\p{N}(])/u

/**
 * Whether `$content$` is a formula rather than two prices. It is one when
 *
 * - it stands alone: no letter, digit or dollar directly before the first or after the last dollar,
 * - no space follows the first dollar or comes before the last, and no line ends between them,
 * - no word of prose stands between them; words inside of `\text{…}` and its like do not count.
 *
 * So `$x$`, `$10$` and `$\frac{a}{b}$` are formulas; `$5 and $6`, `US$5`, `$5-$6` and `$HOME/$PATH` are not.
 */
export const isFormula = (content: string, { before, after }: Surroundings): boolean => {
  if (content === '' || /^\s|\s$|[\r\n]/u.test(content)) return false
  if (before !== null && wordLike.test(before)) return false
  if (after !== null && wordLike.test(after)) return false
  return !prose.test(content.replaceAll(command, '\\'))
}
