import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumFlags, findChromium } from '../../../scripts/find-chromium.mjs'
import { startBff, type TestBff } from './fixtures/bff.ts'
import { attackNames, openNeighbours, runBrowserCsrf } from './fixtures/gate/csrf-browser.ts'
import { createDraw, sampleOf, seedOfRun } from './fixtures/gate/draw.ts'
import { tellFigure } from './fixtures/gate/figure.ts'
import { routes } from './route.ts'

const seed = seedOfRun()
const executablePath = findChromium()
let chrome: Browser

beforeAll(async () => {
  chrome = await chromium.launch({ args: [...chromiumFlags], ...(executablePath ? { executablePath } : {}) })
}, 60_000)
afterAll(() => chrome?.close())

/** A browser in which somebody is signed in at this BFF, and its neighbours. */
const victimAt = async (bff: TestBff) => {
  const context = await chrome.newContext()
  const page = await context.newPage()
  await page.goto(`${bff.origin}/auth/sign-in?return_to=/healthz`)
  return openNeighbours(context)
}

const drawn = (count: number) => {
  const isOfEachKind = routes.filter(({ pattern, method }) => pattern === '/hubs/chat' && method === 'GET')
  return [...isOfEachKind, ...sampleOf(routes, count, createDraw(seed))]
}

test('keeps every kind of call that another page can make from the upstream', async () => {
  const bff = await startBff()
  const neighbours = await victimAt(bff)

  const figure = await runBrowserCsrf({ bff, neighbours, routes: drawn(6), seed })

  console.log(tellFigure(figure))
  expect(figure.count).toBeGreaterThan(6 * 3 * (attackNames.length - 1))
  expect(figure).toMatchObject({ failed: 0, worst: '' })
  await neighbours.close()
  await bff.close()
}, 120_000)

test('finds what gets through, cookie and all, where the origin is not looked at', async () => {
  const bff = await startBff({ isBlind: true })
  const neighbours = await victimAt(bff)
  const probed = routes.filter(
    ({ pattern, method }) => /^\/(?:hubs|api)\/chat(?:\/history)?$/.test(pattern) && method === 'GET',
  )

  const figure = await runBrowserCsrf({ bff, neighbours, routes: probed, seed })

  // The neighbour's port at least: fetch, form, image, EventSource and WebSocket.
  expect(figure.failed).toBeGreaterThanOrEqual(attackNames.length - 1)
  await neighbours.close()
  await bff.close()
}, 120_000)
