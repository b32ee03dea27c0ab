import type { Browser, Page } from 'playwright'
import type { RendererName } from './page/renderers.tsx'
import type { Tally } from './page/tally.ts'

/** What one page did under attack. */
export interface AttackResult extends Tally {
  readonly renderer: RendererName
  readonly page: 'bare' | 'guarded'
  readonly strings: number
  /** Requests that the page made while it drew, to any host, its own included. */
  readonly requests: number
}

export interface AttackOrder {
  readonly renderer: RendererName
  readonly page: 'bare' | 'guarded'
  readonly url: string
  readonly strings: readonly string[]
}

/** Strings for one call into the page: few enough that a hanging one is told from a slow page. */
const batch = 40

/** The app's own code may come late: its chunks, and the page of the diagrams' frame. */
const isOwnCode = (address: string, origin: string): boolean => {
  const url = new URL(address)
  return url.origin === origin && /^\/(?:assets\/[\w.-]+\.js|diagram-frame\.html)$/u.test(url.pathname)
}

/** Lets the page load, then nothing leave: what it asks for is written down and answered with nothing. */
export const guardNetwork = async (page: Page, origin: string, requests: string[]): Promise<() => void> => {
  let isSealed = false
  await page.route('**/*', (route) => {
    const address = route.request().url()
    if (!isSealed || isOwnCode(address, origin)) return route.continue()
    requests.push(address)
    // An answer without content leaves the page where it is, were it asked to go elsewhere.
    return route.fulfill({ status: 204 })
  })
  page.on('websocket', (socket) => requests.push(socket.url()))
  page.on('popup', (popup) => requests.push(popup.url()))
  return () => {
    isSealed = true
  }
}

/** Draws every string at every prefix in a page of its own, and counts what must not happen. */
export const attack = async (browser: Browser, order: AttackOrder): Promise<AttackResult> => {
  const { renderer, url, strings } = order
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 800, height: 600 } })
  const page = await context.newPage()
  const requests: string[] = []
  let dead = 0
  page.on('crash', () => (dead += 1))
  page.on('dialog', (dialog) => void dialog.dismiss())
  const seal = await guardNetwork(page, url, requests)
  await page.goto(url)
  await page.waitForFunction(() => 'attacks' in window)
  await page.evaluate((name) => window.attacks.prepare(name), renderer)
  seal()
  for (let start = 0; start < strings.length; start += batch)
    await page.evaluate((texts) => window.attacks.draw(texts), strings.slice(start, start + batch))
  // What was asked for last, and what runs once it came.
  await page.waitForTimeout(500)
  const tally = await page.evaluate(() => window.attacks.tally())
  await context.close()
  return {
    ...tally,
    renderer,
    page: order.page,
    strings: strings.length,
    requests: requests.length,
    crashes: tally.crashes + dead,
    examples: [...tally.examples, ...requests.slice(0, 5).map((request) => `request: ${request}`)],
  }
}
