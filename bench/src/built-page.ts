import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright'
import { build, preview } from 'vite'
import { chromiumFlags, findChromium } from '../../scripts/find-chromium.mjs'

/** A page of this benchmark, built as an app is built for people and served on this machine. */
export interface BuiltPage {
  /** Opens it in a tab of its own, which the caller closes; `cpu` counts that tab's main thread only. */
  open(viewport: { readonly width: number; readonly height: number }): Promise<OpenTab>
  close(): Promise<void>
}

export interface OpenTab {
  readonly page: Page
  /** Milliseconds of CPU that the main thread has used in tasks since the tab opened. */
  readonly cpu: () => Promise<number>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

const launch = (): Promise<Browser> => {
  const executablePath = findChromium()
  return chromium.launch({ args: [...chromiumFlags], ...(executablePath ? { executablePath } : {}) })
}

const cpuOf = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}

const openTab = async (
  browser: Browser,
  url: string,
  viewport: { readonly width: number; readonly height: number },
): Promise<OpenTab> => {
  const page = await browser.newPage({ viewport })
  page.on('pageerror', (error) => console.error(error))
  const session = await page.context().newCDPSession(page)
  // Thread time: what other processes take from the machine meanwhile does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(url)
  return { page, cpu: () => cpuOf(session) }
}

/** Builds `src/<folder>/index.html` into .cache with React's production build, and serves it to a Chromium. */
export const buildPage = async (folder: string): Promise<BuiltPage> => {
  const shared = {
    configFile: false,
    logLevel: 'error',
    root: `${root}bench/src/${folder}`,
    build: { outDir: `${root}.cache/bench/${folder}`, emptyOutDir: true, cssTarget: 'chrome123' },
  } as const
  await build({
    ...shared,
    mode: 'production',
    resolve: { conditions: ['source', 'module', 'browser', 'production'] },
  })
  const server = await preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } })
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error(`The page ${folder} is built, but no address serves it.`)
  const browser = await launch()
  return {
    open: (viewport) => openTab(browser, url, viewport),
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
