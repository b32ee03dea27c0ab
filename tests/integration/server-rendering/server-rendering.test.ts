import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { preloadForServer } from '@threadwork/react'
import { type Browser, chromium } from 'playwright'
import { createElement } from 'react'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { chromiumFlags, findChromium } from '../../../scripts/find-chromium.mjs'
import { type HydrationSite, startHydrationSite } from './hydration-site.ts'
import { pages } from './pages.tsx'

const names = Object.keys(pages)

// Runs in the page.
const isAlive = (): boolean => {
  const found: { isAlive(): boolean } | undefined = Reflect.get(globalThis, 'found')
  return found?.isAlive() ?? false
}

const pageOf = (name: string) => {
  const page = pages[name]
  if (!page) throw new Error(`There is no page “${name}”.`)
  return createElement(page)
}

const stream = (name: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const pipe = new PassThrough()
    const { pipe: send } = renderToPipeableStream(pageOf(name), {
      // Whole and in its order, as whoever waits for all of it wants it: what React sends behind the rest is shown in a
      // frame of its own, and moves what stands below.
      progressiveChunkSize: Number.MAX_SAFE_INTEGER,
      onAllReady: () => send(pipe),
      onError: reject,
    })
    text(pipe).then(resolve, reject)
  })

describe('on a server', () => {
  it.each(names)(
    'draws the page “%s” whole and without a word of complaint, with no DOM at hand',
    async (name) => {
      const complaint = vi.spyOn(console, 'error')
      await preloadForServer()

      const html = renderToString(pageOf(name))

      expect('document' in globalThis).toBe(false)
      expect(html).not.toContain('<template')
      expect(complaint).not.toHaveBeenCalled()
      complaint.mockRestore()
    },
  )

  it.each(names)('streams the page “%s”', async (name) => {
    expect(await stream(name)).toContain('twk-')
  })
})

describe('in a browser', () => {
  let site: HydrationSite
  let browser: Browser

  beforeAll(async () => {
    const executablePath = findChromium()
    site = await startHydrationSite()
    browser = await chromium.launch({
      args: [...chromiumFlags],
      ...(executablePath ? { executablePath } : {}),
    })
    for (const name of names) site.show(name, await stream(name))
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  const visit = async (name: string, timezoneId: string, locale: string, query = '') => {
    const context = await browser.newContext({ timezoneId, locale, viewport: { width: 900, height: 700 } })
    const page = await context.newPage()
    // Neither is the reader's clock that of the server.
    await page.clock.setSystemTime(Date.now() + 3 * 86_400_000)
    const complaints: string[] = []
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
    page.on('pageerror', (error) => void complaints.push(error.message))
    await page.goto(`${site.url}/${name}${query}`)
    await page.waitForFunction(isAlive)
    const found = await page.evaluate(() => ({ ...Reflect.get(globalThis, 'found'), isAlive: null }))
    await context.close()
    return { complaints, ...(found as { readonly errors: readonly string[]; readonly shifts: number }) }
  }

  it.each(names)('brings the page “%s” alive where its late parts came first', async (name) => {
    const { complaints, errors } = await visit(name, 'Asia/Tokyo', 'ja-JP', '?preload')

    expect(complaints).toEqual([])
    expect(errors).toEqual([])
  })

  it.each(
    names.flatMap((name) => [
      [name, 'UTC', 'en-US'],
      [name, 'Asia/Tokyo', 'ja-JP'],
      [name, 'America/Los_Angeles', 'de-DE'],
    ]),
  )('brings the page “%s” alive in %s as it stands', async (name = '', zone = '', locale = '') => {
    const { complaints, errors, shifts } = await visit(name, zone, locale)
    console.log(`layout shift of “${name}” in ${zone}: ${shifts.toFixed(3)}`)

    expect(complaints).toEqual([])
    expect(errors).toEqual([])
    // What counts as good among the web's vitals.
    expect(shifts).toBeLessThan(0.1)
  })
})
