import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { seedOfRun } from './fixtures/gate/draw.ts'
import { runExpiries } from './fixtures/gate/expiries.ts'
import { tellFigure } from './fixtures/gate/figure.ts'
import { hasRedis, startRedis, withoutRedis } from './fixtures/redis.ts'
import { createMemorySessionStore } from './memory-session-store.ts'

const seed = seedOfRun()
const sample = { expiries: 5, callsEach: 50, seed }
/** Four processes and a provider, beside whatever else the machine does. */
const patience = 240_000
const folder = mkdtempSync(join(tmpdir(), 'threadwork-expiries-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test(
  'refreshes once an expiry for two processes that share a file, and logs nobody out',
  async () => {
    const store = `sqlite:${join(folder, 'sessions.db')}`

    const figure = await runExpiries({ ...sample, store, name: 'SQLite' })

    console.log(tellFigure(figure))
    expect(figure).toMatchObject({ count: 5, failed: 0, worst: '' })
  },
  patience,
)

test(
  'refreshes once an expiry for two processes that share Redis, and logs nobody out',
  async (context) => {
    if (!hasRedis()) context.skip(withoutRedis)
    const redis = await startRedis(folder)

    const figure = await runExpiries({ ...sample, store: redis.url, name: 'Redis' })

    console.log(tellFigure(figure))
    expect(figure).toMatchObject({ count: 5, failed: 0, worst: '' })
    redis.stop()
  },
  patience,
)

test(
  'finds two BFFs that do not wait for each other',
  async () => {
    const store = { ...createMemorySessionStore(), claim: async () => true }

    const figure = await runExpiries({ ...sample, store, name: 'a store without claims' })

    expect(figure.failed).toBeGreaterThan(0)
  },
  patience,
)
