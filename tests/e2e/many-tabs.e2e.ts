import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { onPage, patience, reachPhase, readingOf } from './conversation-page.ts'
import { watchStreams } from './stream-log.ts'
import { enterOver, inAll, isWhole, openMore, tabFlows } from './tab-flow.ts'
import { serverWorld, type Visit } from './worlds.ts'

/** HTTP/1.1 gives a browser six connections to a server. */
const many = 12

describe.each(tabFlows)('twelve tabs of one conversation over $wire', (flow) => {
  test.runIf(isWhole || flow.wire === 'SSE')(
    'all load and show the reply live, with one stream at the server',
    async () => {
      const visit = await enterOver(flow)
      const log = watchStreams()
      await flow.begin(visit.page)
      await flow.isWaiting(visit.page)

      const tabs = [visit.page, ...(await openMore(visit, many - 1))]
      await inAll(tabs, flow.isWaiting)
      await flow.act(tabs[5] ?? visit.page)
      await inAll(tabs, flow.isDone)
      await inAll(tabs, (tab) => reachPhase(tab, 'idle'))
      const readings = (await Promise.all(tabs.map(readingOf))).map(flow.inOrder)

      for (const reading of readings) expect(reading).toEqual(readings[0])
      expect(readings[0]?.length).toBeGreaterThan(3)
      // While one tab takes over from another, the server may not have heard yet that the old stream has ended.
      expect(log.most()).toBeLessThanOrEqual(2)
      expect(log.most()).toBeGreaterThan(0)
      console.log(`twelve tabs over ${flow.wire}: at most ${log.most()} streams at once at the server`)
    },
  )
})

test.runIf(isWhole)('twelve tabs of twelve conversations all load and come to their end', async () => {
  const visit = await serverWorld.enter()
  const log = watchStreams()
  const { origin } = new URL(visit.page.url())

  const others = await Promise.all(Array.from({ length: many - 1 }, () => visit.openTab(`${origin}/`)))
  const tabs = [visit.page, ...others]
  await inAll(tabs, (tab) => onPage(tab).begin('Where is order A-1042?'))
  await inAll(tabs, (tab) => onPage(tab).message('was delivered on').waitFor())
  await inAll(tabs, (tab) => reachPhase(tab, 'idle'))
  const readings = await Promise.all(tabs.map(readingOf))

  for (const reading of readings) expect(reading).toEqual(readings[0])
  expect(log.most()).toBeLessThan(6)
  console.log(`twelve conversations: at most ${log.most()} streams at once at the server`)
})

type End = readonly [name: string, end: (page: Page, visit: Visit) => Promise<unknown>]

const crash = async (page: Page, { trouble }: Visit): Promise<void> => {
  trouble.expect(/the page crashed/)
  const devtools = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // A page that is gone does not answer.
  void devtools.send('Page.crash').catch(() => undefined)
  await crashed
}
/** No timer, no message and no lock is heard of for so many milliseconds. */
const hangFor = 6000
const hang = async (page: Page): Promise<void> => {
  void page
    .evaluate((ms) => {
      const from = performance.now()
      while (performance.now() - from < ms);
    }, hangFor)
    .catch(() => undefined)
}
// A headless Chromium freezes no page that counts as visible, so the page hears the browser's words, and hangs between.
const freeze = async (page: Page): Promise<void> => {
  void page
    .evaluate((ms) => {
      document.dispatchEvent(new Event('freeze'))
      // The words leave with the next task, as from a browser that waits for them.
      setTimeout(() => {
        const from = performance.now()
        while (performance.now() - from < ms);
        document.dispatchEvent(new Event('resume'))
      }, 0)
    }, hangFor)
    .catch(() => undefined)
}
const ends: readonly End[] = [
  ['crashed', crash],
  ['closed', (page) => page.close()],
  ['frozen', freeze],
  ['hanging', hang],
]

describe.each(tabFlows)('a leader in the middle of a turn over $wire', (flow) => {
  test.each(isWhole ? ends : ends.slice(0, 1))(
    'that is %s hands over, and nothing is lost',
    async (name, end) => {
      const visit = await enterOver(flow)
      const log = watchStreams()
      await flow.begin(visit.page)
      await flow.isWaiting(visit.page)
      const others = await openMore(visit, 2)
      await inAll(others, flow.isWaiting)
      await expect.poll(log.now, patience).toBe(1)

      log.mark()
      await end(visit.page, visit)
      await expect.poll(log.rise, patience).not.toBe(null)
      console.log(`${flow.wire}, leader ${name}: a stream at the server after ${log.rise()} ms`)
      const [first = visit.page] = others
      await flow.act(first)
      await inAll(others, flow.isDone)
      await inAll(others, (tab) => reachPhase(tab, 'idle'))
      const readings = (await Promise.all(others.map(readingOf))).map(flow.inOrder)

      expect(readings[0]?.length).toBeGreaterThan(3)
      expect(readings[1]).toEqual(readings[0])
      if (name !== 'frozen' && name !== 'hanging') return
      const own = async () => flow.inOrder(await readingOf(visit.page))
      await expect.poll(own, patience).toEqual(readings[0])
    },
  )
})
