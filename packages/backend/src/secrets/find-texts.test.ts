import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTextFinder } from './find-texts.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)

/** Looked for the plain way, one after the other. */
const findPlainly = (wanted: readonly string[], text: string): readonly string[] =>
  [...new Set(wanted)]
    .filter((each) => each !== '')
    .flatMap((each) =>
      Array.from(text, (_, at) => at)
        .filter((at) => text.startsWith(each, at))
        .map((at) => `${at}-${at + each.length}`),
    )

test(`finds what a plain search finds (SEED=${seed})`, () => {
  const few = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '•'), maxLength: 8 })
  fc.assert(
    fc.property(fc.array(few, { maxLength: 6 }), fc.array(few, { maxLength: 8 }), (wanted, pieces) => {
      const text = pieces.join('') + wanted.join('')

      const spans = createTextFinder(wanted)(text)

      expect(spans.map(({ from, to }) => `${from}-${to}`).toSorted()).toEqual(
        findPlainly(wanted, text).toSorted(),
      )
      expect(spans.map(({ from }) => from)).toEqual(
        spans.map(({ from }) => from).toSorted((one, other) => one - other),
      )
    }),
    { seed, numRuns: 500 },
  )
})
