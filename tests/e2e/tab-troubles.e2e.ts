import { chromium, type BrowserContext } from 'playwright'
import { describe, expect, onTestFinished, test } from 'vitest'
import { chromiumFlags, findChromium } from '../../scripts/find-chromium.mjs'
import { patience, reachPhase, readingOf } from './conversation-page.ts'
import { inAll, isWhole, openMore, tabFlows } from './tab-flow.ts'
import { serverWorld, type Visit } from './worlds.ts'

const [overSse, overSignalR] = tabFlows
if (!overSse || !overSignalR) throw new Error('There is a flow over each wire.')

type Trouble = readonly [name: string, begin: (context: BrowserContext) => Promise<unknown>]

const dayAhead = (days: number) => (context: BrowserContext) =>
  context.addInitScript((ms) => {
    const Real = Date
    const now = (): number => Real.now() + ms
    globalThis.Date = new Proxy(Real, {
      construct: (target, args) => Reflect.construct(target, args.length === 0 ? [now()] : args) as object,
      get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
    })
  }, days * 86_400_000)

const refuse = (methods: readonly ('getItem' | 'setItem' | 'removeItem')[]) => (context: BrowserContext) =>
  context.addInitScript((names) => {
    for (const name of names)
      Storage.prototype[name] = () => {
        throw new DOMException('This page may keep nothing.', 'QuotaExceededError')
      }
  }, methods)

const clearAgainAndAgain = (context: BrowserContext) =>
  context.addInitScript(() => {
    // A tab is empty before it goes anywhere, and an empty page has no storage to clear.
    if (!location.protocol.startsWith('http')) return
    setInterval(() => {
      localStorage.clear()
      sessionStorage.clear()
    }, 50)
  })

const troubles: readonly Trouble[] = [
  ['storage that throws at every call', refuse(['getItem', 'setItem', 'removeItem'])],
  ['storage that is full', refuse(['setItem'])],
  ['storage that is cleared all the time', clearAgainAndAgain],
  ['a clock that is a day ahead', dayAhead(1)],
  ['a clock that is a day behind', dayAhead(-1)],
  [
    'no Web Locks',
    (context) => context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined })),
  ],
]

const readWhole = async (visit: Visit, tabs: readonly Parameters<typeof readingOf>[0][]): Promise<void> => {
  await inAll(tabs, overSse.isDone)
  await inAll(tabs, (tab) => reachPhase(tab, 'idle'))
  const readings = await Promise.all(tabs.map(readingOf))
  expect(readings[0]).toHaveLength(5)
  for (const reading of readings) expect(reading).toEqual(readings[0])
  // And it is what the server tells somebody who was not there.
  await visit.page.reload()
  await overSse.isDone(visit.page)
  await expect.poll(() => readingOf(visit.page), patience).toEqual(readings[0])
}

describe('two tabs in trouble', () => {
  test.each(isWhole ? troubles : troubles.slice(0, 1))('with %s go on', async (_name, begin) => {
    const visit = await serverWorld.enter()
    await begin(visit.context)
    await visit.page.reload()
    await overSse.begin(visit.page)
    await overSse.isWaiting(visit.page)
    const [other = visit.page] = await openMore(visit, 1)
    await overSse.isWaiting(other)

    await overSse.act(other)

    await readWhole(visit, [visit.page, other])
  })
})

test.runIf(isWhole)('fifty times offline and online in one turn leave two tabs whole', async () => {
  const visit = await serverWorld.enter()
  visit.trouble.expect(/net::ERR_/)
  await overSse.begin(visit.page)
  await overSse.isWaiting(visit.page)
  const [other = visit.page] = await openMore(visit, 1)
  await overSse.isWaiting(other)

  for (let count = 0; count < 50; count += 1) {
    await visit.context.setOffline(true)
    await visit.context.setOffline(false)
  }
  await overSse.act(other)

  await readWhole(visit, [visit.page, other])
})

// Playwright starts its browsers without the cache that this is about.
const openCachingBrowser = async () => {
  const executablePath = findChromium()
  const browser = await chromium.launch({
    args: [...chromiumFlags, '--enable-features=BackForwardCache'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    ...(executablePath ? { executablePath } : {}),
  })
  onTestFinished(() => browser.close())
  return browser
}

test.runIf(isWhole).each(tabFlows)(
  'a page that comes back from the back-forward cache over $wire has caught up',
  async (flow) => {
    const browser = await openCachingBrowser()
    const visit = await serverWorld.enter({ browser })
    const { page } = visit
    // The plain page in between has no icon.
    visit.trouble.expect(/favicon/)
    await page.getByLabel('New conversations over').selectOption({ label: flow.wire })
    await flow.begin(page)
    await flow.isWaiting(page)
    const [other = page] = await openMore(visit, 1)
    await flow.isWaiting(other)
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.dataset['persisted'] = String(persisted)
      })
    })

    await page.goto(`${new URL(page.url()).origin}/healthz`)
    await flow.act(other)
    await flow.isDone(other)
    await reachPhase(other, 'idle')
    // A page that comes out of the cache does not load again.
    await page.goBack({ waitUntil: 'commit' })
    await flow.isDone(page)
    const persisted = await page.evaluate(() => document.documentElement.dataset['persisted'] ?? 'reloaded')

    const whole = flow.inOrder(await readingOf(other))
    await expect.poll(async () => flow.inOrder(await readingOf(page)), patience).toEqual(whole)
    console.log(`${flow.wire}: back from the cache: ${persisted}`)
  },
)
