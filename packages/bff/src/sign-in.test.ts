import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBrowser, type TestBrowser } from './fixtures/browser.ts'
import { startBff, type TestBff } from './fixtures/bff.ts'

let bff: TestBff

beforeAll(async () => {
  bff = await startBff()
})
afterAll(() => bff.close())

const sessionName = '__Host-threadwork-session'
const signInName = '__Host-threadwork-sign-in'
const isCallback = (url: string): boolean => url.includes('/auth/callback')

const signIn = async (browser: TestBrowser, query = ''): Promise<string> =>
  (
    await browser.visit(
      `${bff.origin}/auth/sign-in${query}`,
      (url) => url.startsWith(bff.origin) && !isCallback(url),
    )
  ).url

const stopAtCallback = async (browser: TestBrowser): Promise<string> =>
  (await browser.visit(`${bff.origin}/auth/sign-in`, isCallback)).url

const whoAmI = (browser: TestBrowser): Promise<Response> => browser.call(`${bff.origin}/auth/session`)

test('signs a person in and says who it is', async () => {
  const browser = createBrowser()

  const landed = await signIn(browser, '?return_to=%2Fc%2F42%3Fa%3D1')

  expect(landed).toBe(`${bff.origin}/c/42?a=1`)
  const answer = await whoAmI(browser)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({
    user: { id: 'ada', name: 'Ada Moreau', email: 'ada@example.test' },
  })
})

test('asks for a code with PKCE, state and nonce, and for nothing in the fragment', async () => {
  const answer = await createBrowser().go(`${bff.origin}/auth/sign-in`)

  const query = new URL(answer.headers.get('location') ?? '').searchParams
  expect(query.get('response_type')).toBe('code')
  expect(query.get('code_challenge_method')).toBe('S256')
  expect(query.get('code_challenge')).toHaveLength(43)
  expect(query.get('state')?.length).toBeGreaterThan(20)
  expect(query.get('nonce')?.length).toBeGreaterThan(20)
  expect(query.get('redirect_uri')).toBe(`${bff.origin}/auth/callback`)
})

test('gives cookies that only this origin gets back', async () => {
  const browser = createBrowser()

  await signIn(browser)

  const ours = browser.setCookies.filter((line) => line.startsWith('__Host-'))
  const session = ours.find((line) => line.startsWith(`${sessionName}=`))
  const pending = ours.find((line) => line.startsWith(`${signInName}=`))
  expect(session).toMatch(/^[^;]+; Path=\/; Max-Age=\d+; HttpOnly; Secure; SameSite=Strict$/)
  expect(pending).toMatch(/^[^;]+; Path=\/; Max-Age=600; HttpOnly; Secure; SameSite=Lax$/)
  expect(ours.join('\n')).not.toMatch(/domain=/i)
})

test('answers 401 to somebody who is not signed in', async () => {
  const answer = await whoAmI(createBrowser())

  expect(answer.status).toBe(401)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({ error_code: 'signed_out' })
})

test('gives a new session id at each sign-in and ends the one before', async () => {
  const browser = createBrowser()
  await signIn(browser)
  const before = browser.cookies.get(bff.origin)?.get(sessionName)

  await signIn(browser)

  const after = browser.cookies.get(bff.origin)?.get(sessionName)
  expect(after).not.toBe(before)
  const old = createBrowser()
  old.cookies.set(bff.origin, new Map([[sessionName, before ?? '']]))
  expect((await whoAmI(old)).status).toBe(401)
})

test('never takes a session id that somebody else chose', async () => {
  const planted = 'A'.repeat(43)
  const browser = createBrowser()
  browser.cookies.set(bff.origin, new Map([[sessionName, planted]]))

  await signIn(browser)

  expect(browser.cookies.get(bff.origin)?.get(sessionName)).not.toBe(planted)
  const attacker = createBrowser()
  attacker.cookies.set(bff.origin, new Map([[sessionName, planted]]))
  expect((await whoAmI(attacker)).status).toBe(401)
})

test('refuses a callback in a browser that did not begin the sign-in', async () => {
  const attackersCallback = await stopAtCallback(createBrowser())
  const victim = createBrowser()

  const answer = await victim.go(attackersCallback)

  expect(answer.status).toBe(400)
  expect((await whoAmI(victim)).status).toBe(401)
})

test("refuses another sign-in's code and state", async () => {
  const attackersCallback = await stopAtCallback(createBrowser())
  const victim = createBrowser()
  await victim.go(`${bff.origin}/auth/sign-in`)

  const answer = await victim.go(attackersCallback)

  expect(answer.status).toBe(400)
  expect((await whoAmI(victim)).status).toBe(401)
})

test("refuses another sign-in's code under this browser's own state", async () => {
  const attackers = new URL(await stopAtCallback(createBrowser()))
  const victim = createBrowser()
  const own = new URL(await stopAtCallback(victim))
  own.searchParams.set('code', attackers.searchParams.get('code') ?? '')

  const answer = await victim.go(own.href)

  expect(answer.status).toBe(400)
  expect((await whoAmI(victim)).status).toBe(401)
})

test('refuses a callback that is played a second time, its cookie included', async () => {
  const browser = createBrowser()
  const callback = await stopAtCallback(browser)
  const copied = browser.cookies.get(bff.origin)?.get(signInName) ?? ''
  await browser.go(callback)
  const replay = createBrowser()
  replay.cookies.set(bff.origin, new Map([[signInName, copied]]))

  const answer = await replay.go(callback)

  expect(answer.status).toBe(400)
  expect(replay.setCookies.join()).not.toContain(`${sessionName}=`)
})

test('lets a sign-in be tried once, even when the first try failed', async () => {
  const browser = createBrowser()
  const callback = await stopAtCallback(browser)
  const copied = browser.cookies.get(bff.origin)?.get(signInName) ?? ''
  const wrong = new URL(callback)
  wrong.searchParams.set('state', 'x'.repeat(43))
  await browser.go(wrong.href)
  browser.cookies.get(bff.origin)?.set(signInName, copied)

  const answer = await browser.go(callback)

  expect(answer.status).toBe(400)
  expect(browser.setCookies.join()).not.toContain(`${sessionName}=`)
})

test.each([
  ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.test')],
  ['no issuer', (url: URL) => url.searchParams.delete('iss')],
  ['two issuers', (url: URL) => url.searchParams.append('iss', 'https://evil.test')],
  ['no state', (url: URL) => url.searchParams.delete('state')],
  ['another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
  ['no code', (url: URL) => url.searchParams.delete('code')],
  ['an error', (url: URL) => url.searchParams.set('error', 'access_denied')],
])('refuses a callback with %s', async (_name, change) => {
  const browser = createBrowser()
  const callback = new URL(await stopAtCallback(browser))
  change(callback)

  const answer = await browser.go(callback.href)

  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('Sign in again')
  expect(browser.setCookies.join()).not.toContain(`${sessionName}=`)
})

test('refuses a pre-login cookie that was not sealed here', async () => {
  const browser = createBrowser()
  const callback = await stopAtCallback(browser)
  browser.cookies.get(bff.origin)?.set(signInName, 'Fe26.2*1*forged*forged*forged**forged')

  expect((await browser.go(callback)).status).toBe(400)
})

test.each([
  'https://evil.test/',
  '//evil.test',
  '/\\evil.test',
  '/%09/evil.test',
  'javascript:alert(1)',
  '/auth/sign-in',
])('lands at home after a sign-in that asked to return to %s', async (wanted) => {
  const landed = await signIn(createBrowser(), `?return_to=${encodeURIComponent(wanted)}`)

  expect(new URL(landed).origin).toBe(bff.origin)
  expect(landed).not.toContain('/auth/')
})

test('is not begun by an image or a frame of another page', async () => {
  const answer = await fetch(`${bff.origin}/auth/sign-in`, {
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' },
  })

  expect(answer.status).toBe(403)
})

test('ends a session on the server, not only in the browser', async () => {
  const browser = createBrowser()
  await signIn(browser)
  const stolen = createBrowser()
  stolen.cookies.set(bff.origin, new Map(browser.cookies.get(bff.origin)))

  const answer = await browser.call(`${bff.origin}/auth/sign-out`, { method: 'POST' })

  expect(answer.status).toBe(204)
  expect(browser.cookies.get(bff.origin)?.has(sessionName)).toBe(false)
  expect((await whoAmI(stolen)).status).toBe(401)
})

test('ends all sessions of a person when asked to', async () => {
  const phone = createBrowser()
  const laptop = createBrowser()
  await signIn(phone)
  await signIn(laptop)

  await phone.call(`${bff.origin}/auth/sign-out?everywhere=true`, { method: 'POST' })

  expect((await whoAmI(laptop)).status).toBe(401)
})

test('does not sign a person out because another page asks', async () => {
  const browser = createBrowser()
  await signIn(browser)

  const bare = await fetch(`${bff.origin}/auth/sign-out`, {
    method: 'POST',
    headers: { cookie: browser.cookieHeader(bff.origin) },
  })
  const foreign = await browser.call(`${bff.origin}/auth/sign-out`, {
    method: 'POST',
    headers: { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' },
  })

  expect([bare.status, foreign.status]).toEqual([403, 403])
  expect((await whoAmI(browser)).status).toBe(200)
})
