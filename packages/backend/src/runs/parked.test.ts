import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lineNode, lineWorkflow } from '../fixtures/line-kernel.ts'
import { createRunnerWorld } from '../fixtures/runner-world.ts'
import type { Performed } from '../perform/perform.ts'
import { createSqliteStore } from '../store/sqlite-store.ts'
import { createVirtualClock } from '../virtual-clock.ts'

const folder = mkdtempSync(join(tmpdir(), 'threadwork-parked-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const dayMs = 86_400_000

test('keeps 1,000 parked runs over a restart, and wakes each that sleeps once', async () => {
  const file = join(folder, 'parked.db')
  const clock = createVirtualClock()
  const form = lineWorkflow('form', [lineNode('ask', 'form'), lineNode('perform', 'then')])
  const nap = lineWorkflow('nap', [lineNode('sleep', 'nap', { ms: 3 * dayMs }), lineNode('perform', 'then')])
  const first = createSqliteStore(file)
  const before = createRunnerWorld({ store: first, clock })
  for (let index = 0; index < 500; index += 1) {
    before.start(form)
    before.start(nap)
  }
  before.close()
  first.close()
  await clock.advance(dayMs)

  const heap = process.memoryUsage().heapUsed
  const start = performance.now()
  const second = createSqliteStore(file)
  const keys: string[] = []
  const sink = (_: string, { key }: { readonly key: string }): Promise<Performed> => {
    keys.push(key)
    return Promise.resolve({ type: 'succeeded', output: null })
  }
  const after = createRunnerWorld({ store: second, clock, sink })
  const boot = performance.now() - start
  const grown = process.memoryUsage().heapUsed - heap
  console.info(
    `1,000 parked runs: taken up in ${boot.toFixed(0)} ms, ${(grown / 1024).toFixed(0)} KB of heap more`,
  )
  const statuses = (): readonly string[] =>
    after.runner.list({ teamId: 'team' }).map(({ run }) => `${run.workflow.id} ${run.status}`)
  expect(tally(statuses())).toEqual({ 'form waiting': 500, 'nap waiting': 500 })

  await clock.advance(2 * dayMs - 1)
  expect(keys).toEqual([])
  await clock.advance(1)
  await clock.advance(30 * dayMs)

  expect(tally(statuses())).toEqual({ 'form waiting': 500, 'nap completed': 500 })
  expect(new Set(keys).size).toBe(500)
  expect(keys).toHaveLength(500)
  expect(after.defects).toEqual([])
  second.close()
})

const tally = (words: readonly string[]): Record<string, number> =>
  words.reduce<Record<string, number>>((counts, word) => ({ ...counts, [word]: (counts[word] ?? 0) + 1 }), {})

test('prints how many steps a second SQLite takes with full synchronisation', async () => {
  const store = createSqliteStore(join(folder, 'speed.db'))
  const sink = (): Promise<Performed> => Promise.resolve({ type: 'succeeded', output: { ok: true } })
  const world = createRunnerWorld({ store, sink })
  const ten = lineWorkflow(
    'ten',
    Array.from({ length: 10 }, (_, index) => lineNode('perform', `perform${index}`)),
  )
  const ended = new Promise<void>((resolve) => {
    let left = 50
    world.runner.onEvent(({ event }) => {
      if (event.type === 'workflow-completed' && (left -= 1) === 0) resolve()
    })
  })

  const start = performance.now()
  for (let index = 0; index < 50; index += 1) world.start(ten)
  await ended
  const seconds = (performance.now() - start) / 1000

  console.info(`500 steps on SQLite, synchronous = FULL: ${(500 / seconds).toFixed(0)} steps a second`)
  expect(world.runner.list({ teamId: 'team', status: 'completed' })).toHaveLength(50)
  world.close()
  store.close()
})
