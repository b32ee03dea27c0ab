import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { mutants } from '../../mutants/mutants.ts'
import { patched, sourcesOf } from '../../mutants/plant.ts'

// Whether each is killed, `pnpm torture mutants` tells. Here: that each still fits the source and its test exists.
describe('the planted mutants of the core', () => {
  test.each(mutants)('fit the current source: $name', (mutant) => {
    const [file, title] = mutant.killer

    const sources = sourcesOf(mutant)
    const tests = readFileSync(new URL(`../../../packages/core/src/${file}`, import.meta.url), 'utf8')

    expect(sources.size).toBeGreaterThan(0)
    expect(tests).toContain(title)
  })

  test('say loudly when their text is gone', () => {
    expect(() => patched('something else', { file: 'a.ts', from: 'gone', to: '' })).toThrow(
      /stands 0 times in packages\/core\/src\/a\.ts/u,
    )
  })
})
