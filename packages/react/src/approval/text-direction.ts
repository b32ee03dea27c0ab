export type Direction = 'ltr' | 'rtl'

/** A stretch of text that is drawn in one direction; `null` for what has none of its own. */
export interface DirectedRun {
  readonly direction: Direction | null
  readonly text: string
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u
const leftToRight = /[\p{L}\p{N}]/u

const directionOf = (character: string): Direction | null =>
  rightToLeft.test(character) ? 'rtl' : leftToRight.test(character) ? 'ltr' : null

/** The direction of the first character that has one. */
export const baseDirection = (text: string): Direction => {
  for (const character of text) {
    const direction = directionOf(character)
    if (direction !== null) return direction
  }
  return 'ltr'
}

/** Whether parts of it run against each other: then their order on a line would say nothing about their order. */
export const isMixed = (text: string): boolean =>
  rightToLeft.test(text) && Array.from(text).some((character) => directionOf(character) === 'ltr')

/** Takes a text apart into stretches of one direction each. Joined, they are the text. */
export const directedRuns = (text: string): readonly DirectedRun[] => {
  const runs: DirectedRun[] = []
  let open: DirectedRun = { direction: null, text: '' }
  // Signs and spaces belong to a stretch only where it goes on behind them.
  let between = ''
  const close = (): void => {
    if (open.text !== '') runs.push(open)
    if (between !== '') runs.push({ direction: null, text: between })
    between = ''
  }
  for (const character of text) {
    const direction = directionOf(character)
    if (direction === null) between += character
    else if (direction === open.direction) {
      open = { direction, text: open.text + between + character }
      between = ''
    } else {
      close()
      open = { direction, text: character }
    }
  }
  close()
  return runs
}
