import type { Browser, BrowserContext } from 'playwright'
import { withoutKey, type Gate } from './gate.ts'
import type { World } from '../conversation/world.ts'
import { playInChromium, type Sight } from './play-in-chromium.ts'

export interface ChromiumOptions {
  readonly world: World
  /** Serves the built chat. */
  readonly gate: Gate
  readonly browser: Browser
  readonly seed: number
  readonly runs: number
  /** How many browsers of their own play at once. */
  readonly people?: number
  /** The control: a page that sends each message again, without its key and without looking. */
  readonly isBlind?: boolean
}

export interface CountedInChromium {
  readonly wrong: readonly string[]
  readonly unsent: number
}

const sendTwice = (context: BrowserContext): Promise<unknown> =>
  context.route(/\/messages$/u, async (route) => {
    const request = route.request()
    const { body } = withoutKey({ body: request.postData() })
    if (request.method() === 'POST' && typeof body === 'string') await route.fetch({ postData: body })
    await route.continue()
  })

const enter = async ({ world, gate, browser, isBlind = false }: ChromiumOptions): Promise<Sight> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  if (isBlind) await sendTwice(context)
  const page = await context.newPage()
  await page.goto(`${gate.url}/auth/sign-in?return_to=/`)
  await page.waitForURL(`${gate.url}/`)
  return { world, context, page }
}

/** Plays many decisions in the built chat, each kind in turn. */
export const countInChromium = async (options: ChromiumOptions): Promise<CountedInChromium> => {
  const { seed, runs, people = 1 } = options
  const wrong: string[] = []
  let unsent = 0
  let next = 0
  const play = async (): Promise<void> => {
    const sight = await enter(options)
    while (next < runs) {
      next += 1
      const { faults, isUnsent } = await playInChromium(sight, seed + next - 1)
      wrong.push(...faults.slice(0, 1))
      if (isUnsent) unsent += 1
    }
    await sight.context.close()
  }
  await Promise.all(Array.from({ length: people }, play))
  return { wrong, unsent }
}
