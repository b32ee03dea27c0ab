import { countCharacters } from './count-characters.ts'

/** How a text stands to a limit: `left` is `null` while the limit is far, and negative above it. */
export interface CharacterRoom {
  readonly left: number | null
}

const far: CharacterRoom = { left: null }

/** The room that is worth a word: a tenth of the limit, and at least twenty characters. */
const nearZone = (limit: number): number => Math.max(20, Math.ceil(limit / 10))

// Beyond this, characters are not told apart any more: it is far too long in any case.
const countedTimes = 12

/** How much room a text has left. Costs nothing while the limit is far. */
export const roomFor = (text: string, limit: number | undefined): CharacterRoom => {
  // There are never more characters than code units.
  if (limit === undefined || limit - text.length > nearZone(limit)) return far
  const counted = limit * countedTimes
  const count = countCharacters(text.slice(0, counted)) + Math.max(0, text.length - counted)
  const left = limit - count
  return left > nearZone(limit) ? far : { left }
}
