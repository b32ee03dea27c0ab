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
}

const refuseReads = (context: BrowserContext): Promise<unknown> =>
  context.route(/\/(?:messages|events)(?:\?|$)/u, (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  )

/** Plays many schedules in two tabs of one browser; says what was wrong with any. */
export const countInChromium = async (options: ChromiumSchedules): Promise<readonly string[]> => {
  const { world, browser, page, seed, runs, isDeaf = false } = options
  const gate = await startGate(world, { page, hasFront: true })
  if (gate.front === null) throw new Error('The gate has no proxy before it, so nothing could break.')
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  const first = await context.newPage()
  await first.goto(`${gate.url}/auth/sign-in?return_to=/`)
  await first.waitForURL(`${gate.url}/`)
  if (isDeaf) await refuseReads(context)
  const tabs: TwoTabs['tabs'] = [first, await context.newPage()]
  const patience = isDeaf ? 8000 : 60_000
  const wrong: string[] = []
  for (let run = 0; run < runs; run += 1) {
    const faults = await playInChromium({ world, context, tabs, front: gate.front, patience }, seed + run)
    wrong.push(...faults.slice(0, 1))
  }
  await context.close()
  await gate.close()
  return wrong
}
