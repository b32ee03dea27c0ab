import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright'
import type { World } from '../conversation/world.ts'
import { startGate } from '../decisions/gate.ts'
import { playInChromium, type TwoTabs } from './play-in-chromium.ts'

export interface ChromiumSchedules {
  readonly world: World
  readonly browser: Browser
  /** The folder of the built chat. */
  readonly page: string
  readonly seed: number
  readonly runs: number
  /** The control: a page whose reads all fail, so that what a break has swallowed stays away. */
  readonly isDeaf?: boolean
  /** Called after each schedule with how many were played, and with what was wrong with it. */
  readonly onPlayed?: (played: number, faults: readonly string[]) => void
}

/** Longer than any turn's patience: what takes so long hangs, and the count goes on without it. */
const longest = 300_000

const refuseReads = (context: BrowserContext): Promise<unknown> =>
  context.route(/\/(?:messages|events)(?:\?|$)/u, (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  )

// What breaks is what the page says and hears. Of its own files Chromium would keep one whose headers broke off for a
// year: over plain HTTP it takes that for the whole answer, over TLS it does not.
const keepFilesAtHand = (context: BrowserContext, page: string): Promise<unknown> =>
  context.route(/\/assets\//u, (route) =>
    route.fulfill({ path: join(page, new URL(route.request().url()).pathname) }),
  )

interface Opening {
  readonly browser: Browser
  readonly url: string
  readonly page: string
}

const openTabs = async ({ browser, url, page }: Opening): Promise<Pick<TwoTabs, 'context' | 'tabs'>> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  await keepFilesAtHand(context, page)
  const first = await context.newPage()
  await first.goto(`${url}/auth/sign-in?return_to=/`)
  await first.waitForURL(`${url}/`)
  return { context, tabs: [first, await context.newPage()] }
}

/** What comes of it within so many milliseconds; `null`: nothing did. */
const within = async <Value>(ms: number, work: Promise<Value>): Promise<Value | null> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), ms)
  })
  return Promise.race([work, end]).finally(() => clearTimeout(timer))
}

/** Plays many schedules in two tabs of one browser; says what was wrong with any. */
export const countInChromium = async (options: ChromiumSchedules): Promise<readonly string[]> => {
  const { world, browser, page, seed, runs, isDeaf = false, onPlayed } = options
  const gate = await startGate(world, { page, hasFront: true })
  if (gate.front === null) throw new Error('The gate has no proxy before it, so nothing could break.')
  const { front } = gate
  const openPerson = async (): Promise<TwoTabs> => {
    front.faults = []
    const tabs = await openTabs({ browser, url: gate.url, page })
    if (isDeaf) await refuseReads(tabs.context)
    return { ...tabs, world, front, patience: isDeaf ? 8000 : 60_000 }
  }
  let person = await openPerson()
  const wrong: string[] = []
  for (let run = 0; run < runs; run += 1) {
    const faults = await within(longest, playInChromium(person, seed + run))
    wrong.push(...(faults ?? [`SEED=${seed + run}: it hung`]).slice(0, 1))
    onPlayed?.(run + 1, faults ?? ['it hung'])
    if (faults === null) person = await openPerson()
  }
  // One that hangs goes with the browser.
  if (!wrong.some((line) => line.endsWith('it hung'))) await person.context.close()
  await gate.close()
  return wrong
}
