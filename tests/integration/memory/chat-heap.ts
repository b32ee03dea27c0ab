import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright'
import { build, preview } from 'vite'
import { chromiumFlags, findChromium } from '../../../scripts/find-chromium.mjs'
import type { NightPage } from './page/main.ts'
import { slopeOf } from './slope.ts'

declare global {
  interface Window {
    night: NightPage
  }
}

/** What a tab holds after its garbage is collected. */
export interface Held {
  readonly bytes: number
  readonly nodes: number
  readonly listeners: number
}

export interface Weighed {
  readonly done: number
  /** Bytes of heap for each event, or for each mount. */
  readonly slope: number
  readonly before: Held
  readonly after: Held
}

/** The page of a long night, built as for people, in a Chromium. */
export interface NightStage {
  /** Plays so many events into a chat that is open. `leaks`: the control. */
  weighEvents(events: number, leaks?: boolean): Promise<Weighed>
  /** Mounts and unmounts a chat so many times. */
  weighMounts(times: number, leaks?: boolean): Promise<Weighed>
  close(): Promise<void>
}

const root = fileURLToPath(new URL('page', import.meta.url))

const hold = async (cdp: CDPSession): Promise<Held> => {
  // What a first collection finalises, a second one frees.
  for (let time = 0; time < 3; time += 1) await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { bytes: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners') }
}

const readings = 10

const weigh = async (
  cdp: CDPSession,
  { warm, total }: { readonly warm: number; readonly total: number },
  play: (count: number) => Promise<number>,
): Promise<Weighed> => {
  await play(warm)
  const before = await hold(cdp)
  const held = [{ done: 0, bytes: before.bytes }]
  let done = 0
  let after = before
  for (let reading = 0; reading < readings; reading += 1) {
    done += await play(Math.ceil(total / readings))
    after = await hold(cdp)
    held.push({ done, bytes: after.bytes })
  }
  return { done, slope: slopeOf(held), before, after }
}

const openTab = async (browser: Browser, url: string): Promise<{ page: Page; cdp: CDPSession }> => {
  const page = await browser.newPage({ viewport: { width: 900, height: 800 } })
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  await cdp.send('HeapProfiler.enable')
  await page.goto(url)
  await page.waitForFunction(() => 'night' in window)
  return { page, cdp }
}

export const startNightStage = async (): Promise<NightStage> => {
  const outDir = fileURLToPath(new URL('../../../.cache/night', import.meta.url))
  const shared = {
    configFile: false,
    logLevel: 'error',
    root,
    build: { outDir, emptyOutDir: true, cssTarget: 'chrome123' },
  } as const
  await build({
    ...shared,
    mode: 'production',
    resolve: { conditions: ['source', 'module', 'browser', 'production'] },
  })
  const server = await preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } })
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error('The page of the night is built, but no address serves it.')
  const executablePath = findChromium()
  const browser = await chromium.launch({
    // What the engine compiles while it warms up lies on the same heap, and is nothing that a mount leaves.
    args: [...chromiumFlags, '--js-flags=--no-opt --no-maglev --no-sparkplug'],
    ...(executablePath ? { executablePath } : {}),
  })
  return {
    weighEvents: async (events, leaks = false) => {
      const { page, cdp } = await openTab(browser, url)
      await page.evaluate(() => window.night.open())
      const play = (count: number): Promise<number> =>
        page.evaluate(([most, isLeaking]) => window.night.play(most, isLeaking), [count, leaks] as const)
      const weighed = await weigh(cdp, { warm: events / 10, total: events }, play)
      if ((await page.evaluate(() => window.night.rows())) === 0) throw new Error('The chat shows no rows.')
      await page.close()
      return weighed
    },
    weighMounts: async (times, leaks = false) => {
      const { page, cdp } = await openTab(browser, url)
      const play = async (count: number): Promise<number> => {
        await page.evaluate(([most, isLeaking]) => window.night.mount(most, isLeaking), [
          count,
          leaks,
        ] as const)
        return count
      }
      const weighed = await weigh(cdp, { warm: 50, total: times }, play)
      await page.close()
      return weighed
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
