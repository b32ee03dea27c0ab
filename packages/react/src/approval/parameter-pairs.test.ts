import { canonicalJson } from '@threadwork/core'
import { describe, expect, it } from 'vitest'
import { drawnText } from './fixtures/drawn-text.ts'
import { asSeen, drawPairs, naiveText, type ParameterPair } from './fixtures/parameter-pairs.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const count = Number(process.env['PAIRS'] ?? 10_000)

describe(`pairs of different parameter sets (SEED=${seed})`, () => {
  const pairs = drawPairs(seed, count)
  const alike = (draw: (pair: ParameterPair, side: 'one' | 'other') => string): readonly ParameterPair[] =>
    pairs.filter((pair) => asSeen(draw(pair, 'one')) === asSeen(draw(pair, 'other')))

  it(`draws none of ${count} alike by text, where a plain card draws many alike`, () => {
    const ours = alike((pair, side) => drawnText({ parameters: pair[side], schema: pair.schema }))
    const naive = alike((pair, side) => naiveText(pair[side]))
    console.info(`approval cards: ${ours.length} of ${count} pairs alike by text; plain: ${naive.length}`)

    expect(ours).toEqual([])
    expect(naive.length).toBeGreaterThan(count / 10)
  })

  it('draws no two of all these sets alike, whatever the pair', () => {
    const drawn = new Map<string, string>()
    const clashes: (readonly [string, string])[] = []
    for (const { one, other, schema } of pairs) {
      for (const parameters of [one, other]) {
        const said = canonicalJson([parameters, schema])
        const text = `${canonicalJson(schema)} ${drawnText({ parameters, schema })}`
        const known = drawn.get(text)
        // The order of keys is no difference between calls.
        if (known !== undefined && known !== said) clashes.push([known, said])
        drawn.set(text, said)
      }
    }

    expect(clashes).toEqual([])
  })
})
