import { afterEach, expect, test } from 'vitest'
import { forgetTime } from './kept-clock.ts'
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
  forgetTime()
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

const json = async (
  engine: Awaited<ReturnType<typeof start>>,
  method: string,
  path: string,
  body?: object,
): Promise<Record<string, unknown>> => {
  const init = body ? { method, body: JSON.stringify(body) } : { method }
  const answer = await engine.fetch(new Request(new URL(path, location.href), init))
  return answer.json()
}

test('opens after a reload what it sealed before it, and stays ahead by the time that was skipped', async () => {
  const name = freshName()
  const before = await start(name)
  const { id } = await json(before, 'POST', '/api/workflows', { name: 'Called from outside' })
  const path = `/api/workflows/${String(id)}/webhook-secret`
  const { secret } = await json(before, 'GET', path)
  await before.skip(86_400_000)
  await before.close()

  const after = await start(name)
  const again = await json(after, 'GET', path)
  const { createdAt } = await json(after, 'POST', '/api/workflows', { name: 'A day later' })
  await after.close()

  expect(secret).toEqual(expect.any(String))
  expect(again['secret']).toBe(secret)
  expect(Date.parse(String(createdAt)) - Date.now()).toBeGreaterThan(86_000_000)
})

test('runs the inline code of tools in workers of the page', async () => {
  const engine = await start(freshName())
  const code = 'function main({ word }) { return { shout: word.toUpperCase() } }'
  await json(engine, 'POST', '/api/tools', {
    name: 'shout',
    content: { type: 'javascript', code },
  })
  const { id } = await json(engine, 'POST', '/api/workflows', { name: 'Shout' })
  await json(engine, 'PATCH', `/api/workflows/${String(id)}`, {
    nodes: [
      { id: 'start', type: 'manual', name: 'Start' },
      { id: 'shout', type: 'tool', name: 'Shout', config: { tool: 'shout', input: { word: 'hello' } } },
    ],
    edges: [{ id: 'go', source: 'start', target: 'shout', type: 'direct' }],
  })
  const { id: runId } = await json(engine, 'POST', `/api/workflows/${String(id)}/execute`, {})

  await expect
    .poll(async () => json(engine, 'GET', `/api/runs/${String(runId)}`))
    .toMatchObject({ status: 'completed', steps: [{}, { output: { shout: 'HELLO' } }] })
  await engine.close()
})
