import { expect, test } from 'vitest'
import { graphHouse, lineHouse } from '../fixtures/trial-house.ts'
import type { Store } from '../store/store.ts'
import { type Spoiled, type TrialResult, crashTrial } from '../fixtures/crash-trial.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000)
const trials = Number(process.env['CRASHES'] ?? 1000)

async function tryAll(
  count: number,
  spoiled?: Spoiled,
): Promise<readonly (TrialResult & { readonly seed: number })[]> {
  const results = []
  for (let index = 0; index < count; index += 1) {
    results.push({ seed: seed + index, ...(await crashTrial(seed + index, spoiled)) })
  }
  return results
}

const sum = (results: readonly TrialResult[], name: 'crashes' | 'sends' | 'resent' | 'unknowable'): number =>
  results.reduce((total, result) => total + result[name], 0)

test.each([
  ['a line of steps', lineHouse],
  ['graphs of the engine', graphHouse],
])(
  `loses and doubles nothing of %s at any crash, and sends an effect twice at most, from seed ${seed}`,
  async (_, house) => {
    const results = await tryAll(trials, { house })

    const faulty = results.filter(({ faults }) => faults.length > 0)
    const figures = ['crashes', 'sends', 'resent', 'unknowable'] as const
    console.info(`${trials} trials:`, Object.fromEntries(figures.map((name) => [name, sum(results, name)])))
    expect(faulty.slice(0, 3)).toEqual([])
    expect(sum(results, 'crashes')).toBeGreaterThan(trials)
    expect(sum(results, 'resent')).toBeGreaterThan(0)
    expect(sum(results, 'unknowable')).toBeGreaterThan(0)
  },
  600_000,
)

test(`the same trials find a journal that is written after the sending, from seed ${seed}`, async () => {
  const spoil = (store: Store): Store => ({
    ...store,
    put: (name, record) => {
      const isMark = name === 'effects' && 'sends' in record && record.status === 'sent'
      if (!isMark) store.put(name, record)
    },
  })

  const results = await tryAll(200, { spoil })

  const faults = results.flatMap((result) => result.faults)
  expect(faults.filter((fault) => fault.includes('was sent')).length).toBeGreaterThan(0)
})

test(`the same trials find a transaction that is torn, from seed ${seed}`, async () => {
  const results = await tryAll(200, { isTorn: true })

  const faults = results.flatMap((result) => result.faults)
  expect(faults.length).toBeGreaterThan(0)
})
