import type { Browser, Page } from 'playwright'
import { guardNetwork } from './attack-run.ts'

/** What hostile diagrams did. */
export interface DiagramResult {
  readonly drawn: number
  readonly failed: number
  readonly scripts: number
  readonly requests: readonly string[]
  /** Frames or pages that went elsewhere. */
  readonly strays: readonly string[]
}

interface DiagramOrder {
  readonly url: string
  readonly texts: readonly string[]
  /** The page in the frame; the one that the host serves when it is not given. */
  readonly frame?: string
}

const framePath = '/diagram-frame.html'

const serveFrame = async (page: Page, frame: string): Promise<void> => {
  await page.route(`**${framePath}`, (route) => route.fulfill({ contentType: 'text/html', body: frame }))
}

const draw = async (page: Page, text: string): Promise<'drawn' | 'failed'> => {
  // Between two, nothing: what stands there next is the next one's.
  await page.evaluate(() => window.attacks.show(''))
  await page.evaluate((one) => window.attacks.show(one), text)
  const ended = page.locator('.twk-diagram:not([data-state="drawing"])')
  await ended.waitFor({ timeout: 60_000 })
  return (await ended.getAttribute('data-state')) === 'drawn' ? 'drawn' : 'failed'
}

/** Draws hostile diagrams in the kit's own frame, one after another, and counts what must not happen. */
export const attackDiagrams = async (
  browser: Browser,
  { url, texts, frame }: DiagramOrder,
): Promise<DiagramResult> => {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 } })
  const page = await context.newPage()
  const requests: string[] = []
  let scripts = 0
  // In every frame, whatever its origin.
  await page.exposeBinding('twkRan', () => {
    scripts += 1
  })
  const seal = await guardNetwork(page, url, requests)
  if (frame !== undefined) await serveFrame(page, frame)
  await page.goto(url)
  await page.waitForFunction(() => 'attacks' in window)
  await page.evaluate(() => window.attacks.prepare('extras', { isLive: true }))
  seal()
  const counts = { drawn: 0, failed: 0 }
  const strays = new Set<string>()
  for (const text of texts) {
    counts[await draw(page, text)] += 1
    // What a drawing began may need a moment to come to harm.
    await page.waitForTimeout(100)
    for (const each of page.frames())
      if (![`${url}/`, `${url}${framePath}`].includes(each.url())) strays.add(each.url())
  }
  await context.close()
  return { ...counts, scripts, requests, strays: [...strays] }
}
