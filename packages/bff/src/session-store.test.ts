import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { hasRedis, startRedis, withoutRedis } from './fixtures/redis.ts'
import { openSessionStore } from './open-session-store.ts'
import type { SessionStore } from './session-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'threadwork-sessions-'))
const ends: (() => void)[] = [() => rmSync(folder, { recursive: true, force: true })]
afterAll(() => {
  for (const end of ends) end()
})

const addresses: Record<string, () => Promise<string>> = {
  memory: async () => 'memory:',
  sqlite: async () => `sqlite:${join(folder, 'deep', 'sessions.db')}`,
}
if (hasRedis()) {
  addresses['redis'] = async () => {
    const redis = await startRedis(folder)
    ends.push(() => redis.stop())
    return redis.url
  }
} else console.log(withoutRedis)

const session = (owner: string, data = 'sealed', life = 60_000) => ({
  owner,
  data,
  expiresAt: Date.now() + life,
})

describe.each(Object.entries(addresses))('the %s session store', (name, address) => {
  const ready = address().then((at) => ({ at, store: openSessionStore(at) }))
  ends.push(() => void ready.then(({ store }) => store.close()))
  const store = async (): Promise<SessionStore> => (await ready).store

  test('returns what was put in', async () => {
    const stored = session('ada')
    await (await store()).insert('a', stored)

    expect(await (await store()).read('a')).toEqual(stored)
    expect(await (await store()).read('nobody')).toBeNull()
  })

  test('replaces a standing session and never brings an ended one back', async () => {
    const sessions = await store()
    await sessions.insert('b', session('ada'))

    expect(await sessions.replace('b', session('ada', 'newer'))).toBe(true)
    expect((await sessions.read('b'))?.data).toBe('newer')
    await sessions.remove('b')
    expect(await sessions.replace('b', session('ada', 'newest'))).toBe(false)
    expect(await sessions.read('b')).toBeNull()
  })

  test('forgets a session whose time is over', async () => {
    const sessions = await store()
    await sessions.insert('c', session('ada', 'sealed', 1))
    await new Promise((resolve) => setTimeout(resolve, 10))

    expect(await sessions.read('c')).toBeNull()
    expect(await sessions.replace('c', session('ada'))).toBe(false)
  })

  test("ends all of a person's sessions and nobody else's", async () => {
    const sessions = await store()
    await sessions.insert('d1', session('grace'))
    await sessions.insert('d2', session('grace'))
    await sessions.insert('d3', session('linus'))

    expect([...(await sessions.removeAllOf('grace'))].sort()).toEqual(['d1', 'd2'])

    expect(await sessions.read('d1')).toBeNull()
    expect(await sessions.read('d3')).not.toBeNull()
  })

  test('gives a claim to one of many, until it is released or runs out', async () => {
    const sessions = await store()

    const takers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => sessions.claim('lock', `taker ${index}`, 60_000)),
    )

    expect(takers.filter(Boolean)).toHaveLength(1)
    const winner = `taker ${takers.indexOf(true)}`
    await sessions.release('lock', 'somebody else')
    expect(await sessions.claim('lock', 'late', 60_000)).toBe(false)
    await sessions.release('lock', winner)
    expect(await sessions.claim('lock', 'late', 1)).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(await sessions.claim('lock', 'later', 60_000)).toBe(true)
  })

  test.skipIf(name === 'memory')('is one store for everybody who opens it', async () => {
    const { at, store: mine } = await ready
    const theirs = openSessionStore(at)
    await mine.insert('e', session('ada', 'shared'))

    expect((await theirs.read('e'))?.data).toBe('shared')
    expect(await theirs.claim('shared lock', 'they', 60_000)).toBe(true)
    expect(await mine.claim('shared lock', 'I', 60_000)).toBe(false)
    await theirs.close()
  })
})

test('names a file that cannot be opened', async () => {
  const file = join(folder, 'a file', 'sessions.db')
  writeFileSync(join(folder, 'a file'), '')
  const store = openSessionStore(`sqlite:${file}`)

  await expect(store.read('a')).rejects.toThrow(/a file\/sessions\.db.*SESSION_STORE=/)
})

test('names a Redis that cannot be reached', async () => {
  const store = openSessionStore('redis://127.0.0.1:1')

  await expect(store.read('a')).rejects.toThrow(/127\.0\.0\.1:1.*SESSION_STORE=/)
})

test('forgets what is over in a file, though nobody signs in', async () => {
  const file = join(folder, 'swept.db')
  const store = openSessionStore(`sqlite:${file}`)
  vi.useFakeTimers({ toFake: ['Date'] })
  await store.insert('over', session('ada', 'sealed', 10))
  for (let each = 0; each < 50; each += 1) await store.claim(`sign-in:${each}`, 'a', 10)

  vi.setSystemTime(Date.now() + 120_000)
  await store.claim('sign-in:last', 'a', 60_000)

  const database = new DatabaseSync(file, { readOnly: true })
  const count = (table: string): unknown =>
    database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']
  expect([count('sessions'), count('claims')]).toEqual([0, 1])
  vi.useRealTimers()
  database.close()
  await store.close()
})
