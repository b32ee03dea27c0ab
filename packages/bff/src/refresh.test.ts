import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sessionCookie } from './cookie.ts'
import { signedInAt, type TestBrowser } from './fixtures/browser.ts'
import { startBff, testSecret } from './fixtures/bff.ts'
import { testClient } from './fixtures/provider.ts'
import { spawnBff } from './fixtures/spawn-bff.ts'
import { openSessionStore } from './open-session-store.ts'
import type { SessionStore } from './session-store.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { createMemorySessionStore } from './memory-session-store.ts'
import { ProblemError, problems } from './problem.ts'
import { createTokenKeeper } from './refresh.ts'
import { createSeal } from './seal.ts'
import { createSessions, type Tokens } from './session.ts'

const folder = mkdtempSync(join(tmpdir(), 'threadwork-refresh-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Lets the time of a session's access token be over, whatever the clock says. */
const expire = async (store: SessionStore, browser: TestBrowser, origin: string): Promise<void> => {
  const sessions = createSessions(store, createSeal(testSecret), 60_000)
  const session = await sessions.find(browser.cookies.get(origin)?.get(sessionCookie) ?? null)
  if (!session) throw new Error('nobody is signed in')
  await sessions.keep(session, { ...session.tokens, accessExpiresAt: Date.now() - 1 })
}

test('refreshes once for fifty calls at once, at each of three expiries', async () => {
  const sessionStore = createMemorySessionStore()
  const bff = await startBff({ sessionStore })
  const browser = await signedInAt(bff.origin)
  const statuses: number[] = []

  for (let expiry = 0; expiry < 3; expiry += 1) {
    await expire(sessionStore, browser, bff.origin)
    const calls = Array.from({ length: 50 }, () => browser.call(`${bff.origin}/api/chat/conversations`))
    for (const answer of await Promise.all(calls)) statuses.push(answer.status)
  }

  expect(statuses).toEqual(Array.from({ length: 150 }, () => 200))
  expect(bff.provider.refreshes()).toBe(3)
  expect(bff.provider.refusals).toEqual([])
  await bff.close()
}, 20_000)

test('refreshes once for two processes that share a store', async () => {
  const sessionStore = `sqlite:${join(folder, 'shared.db')}`
  const bff = await startBff({ sessionStore })
  const browser = await signedInAt(bff.origin)
  const env = {
    PORT: '0',
    PUBLIC_ORIGIN: bff.origin,
    UPSTREAM_URL: bff.upstream.url,
    MODE: 'oauth',
    OIDC_ISSUER: bff.provider.issuer,
    OIDC_CLIENT_ID: testClient.id,
    OIDC_CLIENT_SECRET: testClient.secret,
    SESSION_STORE: sessionStore,
    SESSION_SECRET: testSecret,
  }
  const others = await Promise.all([spawnBff(env), spawnBff(env)])
  const headers = { cookie: browser.cookieHeader(bff.origin), 'x-threadwork': '1' }
  const store = openSessionStore(sessionStore)
  await expire(store, browser, bff.origin)

  const calls = Array.from({ length: 50 }, (_, index) =>
    fetch(`${others[index % 2]?.url}/api/chat/conversations`, { headers }),
  )
  const statuses = (await Promise.all(calls)).map((answer) => answer.status)

  expect(statuses).toEqual(Array.from({ length: 50 }, () => 200))
  expect(bff.provider.refreshes()).toBe(1)
  expect(bff.provider.refusals).toEqual([])
  const output = others.map((other) => other.output()).join('')
  expect(output).not.toMatch(/Bearer|planted/)
  expect(await Promise.all(others.map((other) => other.stop()))).toEqual([0, 0])
  await Promise.all([store.close(), bff.close()])
}, 30_000)

const spent = (name: string): Tokens => ({
  accessToken: name,
  accessIssuedAt: Date.now() - 60_000,
  accessExpiresAt: Date.now() - 1,
  refreshToken: `refresh ${name}`,
})
const fresh = (name: string): Tokens => ({ ...spent(name), accessExpiresAt: Date.now() + 60_000 })

const setUp = async (refresh: IdentityProvider['refresh']) => {
  const store = createMemorySessionStore()
  const sessions = createSessions(store, createSeal(testSecret), 60_000)
  const id = await sessions.open({ id: 'ada', name: 'Ada', email: null }, spent('old'))
  const session = await sessions.find(id)
  if (!session) throw new Error('the session was not kept')
  const unused = async (): Promise<never> => Promise.reject(new Error('not part of this test'))
  const provider = { begin: unused, complete: unused, revoke: unused, refresh }
  const keeper = createTokenKeeper({ sessions, store, provider, refreshAhead: 30_000 })
  return { store, sessions, session, keeper }
}

test('stores new tokens before anybody uses them', async () => {
  const { sessions, session, keeper } = await setUp(async () => ({ type: 'refreshed', tokens: fresh('new') }))

  const used = await keeper.fresh(session)

  expect(used?.tokens.accessToken).toBe('new')
  expect((await sessions.reread(session.key))?.tokens.accessToken).toBe('new')
})

test('uses no token of a session that ended while it was refreshed', async () => {
  const { sessions, session, keeper } = await setUp(async () => {
    await sessions.end(session.key)
    return { type: 'refreshed', tokens: fresh('new') }
  })

  expect(await keeper.fresh(session)).toBeNull()
  expect(await sessions.reread(session.key)).toBeNull()
})

test('ends the session when the grant is over', async () => {
  const { sessions, session, keeper } = await setUp(async () => ({ type: 'revoked' }))

  expect(await keeper.fresh(session)).toBeNull()
  expect(await sessions.reread(session.key)).toBeNull()
})

test('keeps the session when the provider is away, and tries again later', async () => {
  let isAway = true
  const { session, keeper } = await setUp(async () => {
    if (isAway) throw new ProblemError(problems.signInUnreachable('Wait.'))
    return { type: 'refreshed', tokens: fresh('new') }
  })

  await expect(keeper.fresh(session)).rejects.toThrow(ProblemError)
  isAway = false

  expect((await keeper.fresh(session))?.tokens.accessToken).toBe('new')
})
