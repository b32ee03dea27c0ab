import type { Fault } from '@threadwork/testing'
import type { BrowserContext, Page, Route } from 'playwright'
import type { Chance } from './draw-conversation.ts'

// A stall ends with the weather; a connection that is half open would be given up after half a minute only. A dribble
// stays with its connection, over which the page's own files may come too.
const drawFault = (chance: Chance): Fault => ({
  type: chance.pick(['reset', 'cut', 'split', 'dribble', 'stall'] as const),
  direction: chance.pick(['down', 'down', 'up'] as const),
  at: chance.happens(0.5) ? { byte: chance.between(0, 6000) } : { ms: chance.between(0, 800) },
  bytes: chance.between(50, 500),
})

/** What will break every connection of the browser, to the byte; nothing at times. */
export const drawWeather = (chance: Chance): readonly Fault[] =>
  Array.from({ length: chance.between(0, 3) }, () => drawFault(chance))

export interface Tabs {
  readonly context: BrowserContext
  readonly tabs: readonly [Page, Page]
}

/** A person turns to a tab. The browser of a test shows all of them at once, so it says nothing of that by itself. */
export const turnTo = async (tab: Page): Promise<void> => {
  await tab.bringToFront()
  await tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))).catch(() => undefined)
}

/** A page that the weather keeps away is left, and opened again later. */
const reload = async (tab: Page): Promise<void> => {
  const isThere = await tab.reload({ waitUntil: 'commit', timeout: 1500 }).catch(() => null)
  if (isThere === null) await tab.goto('about:blank').catch(() => null)
}

const loseTheNetwork = async ({ context, tabs }: Tabs, chance: Chance): Promise<void> => {
  await context.setOffline(true)
  await tabs[0].waitForTimeout(chance.between(50, 500))
  await context.setOffline(false)
}

const reads = /\/(?:messages|events)(?:\?|$)/u

/** For a while every second read is answered with an error. */
const sickenTheServer = async ({ context, tabs }: Tabs, chance: Chance): Promise<void> => {
  let count = 0
  const fail = (route: Route): Promise<void> => {
    count += 1
    return route.request().method() === 'GET' && count % 2 === 1
      ? route.fulfill({ status: 503 })
      : route.fallback()
  }
  await context.route(reads, fail)
  try {
    await tabs[0].waitForTimeout(chance.between(100, 600))
  } finally {
    // By its name: another may stand at the same addresses.
    await context.unroute(reads, fail)
  }
}

/** One thing that happens to a person's tabs besides. */
export const suffer = async (browser: Tabs, chance: Chance): Promise<void> => {
  const tab = chance.pick(browser.tabs)
  switch (chance.pick(['nothing', 'reload', 'offline', 'sick server', 'look'] as const)) {
    case 'nothing':
      return
    case 'reload':
      return reload(tab)
    case 'offline':
      return loseTheNetwork(browser, chance)
    case 'sick server':
      return sickenTheServer(browser, chance)
    case 'look':
      return turnTo(tab)
  }
}
