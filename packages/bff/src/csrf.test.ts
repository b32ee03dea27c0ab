import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBff, type TestBff } from './fixtures/bff.ts'
import { signedInAt } from './fixtures/browser.ts'
import { callEveryRoute, runCsrfMatrix } from './fixtures/gate/csrf-matrix.ts'
import { seedOfRun } from './fixtures/gate/draw.ts'
import { tellFigure } from './fixtures/gate/figure.ts'
import { sendRaw } from './fixtures/gate/route-call.ts'
import { routes } from './route.ts'

const seed = seedOfRun()
const names = (): readonly string[] => routes.map(({ method, pattern }) => `${method} ${pattern}`)
let bff: TestBff
let cookie: string

beforeAll(async () => {
  bff = await startBff()
  cookie = (await signedInAt(bff.origin)).cookieHeader(bff.origin)
})
afterAll(() => bff.close())

test('lets the app itself reach every route of the table', async () => {
  expect(await callEveryRoute(bff, cookie)).toEqual([])
})

test('lets no call of another page reach the upstream, whatever the route and the shape', async () => {
  const { figure, routes: attacked } = await runCsrfMatrix({ bff, cookie, shapesEach: 12, seed })

  console.log(tellFigure(figure))
  expect(figure).toMatchObject({ failed: 0, worst: '' })
  expect([...attacked]).toEqual(names())
})

test('finds what a BFF lets through that looks at cookies alone', async () => {
  const blind = await startBff({ isBlind: true })
  const victim = (await signedInAt(blind.origin)).cookieHeader(blind.origin)

  const { figure } = await runCsrfMatrix({ bff: blind, cookie: victim, shapesEach: 2, seed })

  expect(figure.failed).toBeGreaterThan(routes.length / 2)
  await blind.close()
})

test("lets in the app's own EventSource, which cannot carry the header", async () => {
  const own = {
    cookie,
    accept: 'text/event-stream',
    'sec-fetch-site': 'same-origin',
    'sec-fetch-mode': 'cors',
    'sec-fetch-dest': 'empty',
  }
  const ask = async (headers: Readonly<Record<string, string>>, method = 'GET'): Promise<number> =>
    (await sendRaw({ port: bff.port, method, target: '/hubs/chat?id=1', headers })).status

  expect(await ask(own)).toBe(200)
  expect(await ask({ ...own, 'sec-fetch-site': 'same-site' })).toBe(403)
  expect(await ask({ ...own, 'sec-fetch-dest': 'image' })).toBe(403)
  expect(await ask({ ...own, 'sec-fetch-mode': 'navigate' })).toBe(403)
  expect(await ask({ ...own, accept: '*/*' })).toBe(403)
  expect(await ask(own, 'DELETE')).toBe(403)
})

test('has no address of its own that changes something and is not known here', () => {
  const own = bff.app.routes
    .filter(({ method, path }) => !(method === 'ALL' && path === '/*'))
    .map(({ method, path }) => `${method} ${path}`)

  expect(own).toEqual([
    'GET /healthz',
    'GET /readyz',
    'GET /config.json',
    'GET /auth/sign-in',
    'GET /auth/callback',
    'GET /auth/session',
    'POST /auth/sign-out',
    'ALL /api/*',
    'ALL /hubs/*',
  ])
})
