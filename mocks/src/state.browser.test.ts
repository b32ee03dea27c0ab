import { afterEach, expect, test } from 'vitest'
import { startLocalEngine } from './local-engine.ts'
import { openStateDatabase } from './state-database.ts'

const address = new URL('/api/chat/conversations', location.href).href
const names: string[] = []

/** A name that no other test has. */
const freshName = (): string => {
  const name = `threadwork-test-${crypto.randomUUID()}`
  names.push(name)
  return name
}

afterEach(() => {
  for (const name of names.splice(0)) indexedDB.deleteDatabase(name)
})

const start = (name: string) =>
  startLocalEngine({ profile: 'documented', pace: 0, database: openStateDatabase(name) })

const listOf = async (engine: Awaited<ReturnType<typeof start>>): Promise<readonly unknown[]> => {
  const answer = await engine.fetch(new Request(address))
  const body = (await answer.json()) as { readonly list: readonly { readonly conversation_id: string }[] } // the wire's own form
  return body.list.map(({ conversation_id: id }) => id)
}

/** What the database holds, once it holds something. */
const kept = async (name: string) => {
  for (;;) {
    const state = await openStateDatabase(name).load()
    if (state !== null) return state
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test('goes on from what an earlier page left, as after a reload', async () => {
  const name = freshName()
  const before = await start(name)
  await before.fetch(new Request(address, { method: 'POST', body: '{}' }))
  const conversations = await listOf(before)
  await kept(name)

  const after = await start(name)

  expect(conversations).toHaveLength(1)
  expect(await listOf(after)).toEqual(conversations)
})

test('begins anew under another name', async () => {
  const name = freshName()
  const before = await start(name)
  await before.fetch(new Request(address, { method: 'POST', body: '{}' }))
  await kept(name)

  expect(await listOf(await start(freshName()))).toEqual([])
})

test('forgets what was cleared, although the page that goes saves once more', async () => {
  const name = freshName()
  const engine = await start(name)
  await engine.fetch(new Request(address, { method: 'POST', body: '{}' }))
  const state = await kept(name)
  const database = openStateDatabase(name)

  await database.clear()
  await database.save(state)

  expect(await database.load()).toBe(null)
  expect(await openStateDatabase(name).load()).toBe(null)
})
