import type { Locator, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { approve, countPosts, onPage, patience } from './conversation-page.ts'
import { worlds } from './worlds.ts'

const refund = 'Order A-1042 arrived broken. Can I get my money back?'

/** What the browser does to a tab that another one covers, and when it is shown again. */
const setVisibility = (page: Page, state: 'visible' | 'hidden'): Promise<void> =>
  page.evaluate((next) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => next })
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => next === 'hidden' })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, state)

describe.each(worlds)('two tabs on one approval against the $name', (world) => {
  test('agree once the second is looked at, and decide once', async () => {
    const { page, openTab } = await world.enter()
    const first = onPage(page)
    await first.begin(refund)
    await first.approval('Create refund').waitFor()
    const other = await openTab(page.url())
    const second = onPage(other)
    await second.approval('Create refund').getByRole('button', { name: 'Approve' }).waitFor()
    await setVisibility(other, 'hidden')
    const posts = [page, other].map((tab) => countPosts(tab, /\/skill_approval\//))

    await approve(first.approval('Create refund'))
    await first.message('Done: € 90.50').waitFor()
    await setVisibility(other, 'visible')
    const button = second.approval('Create refund').getByRole('button', { name: 'Approve' })
    await expect.poll(() => button.count(), patience).toBe(0)
    await second.message('Done: € 90.50').waitFor()

    expect(posts.map((count) => count())).toEqual([1, 0])
    expect(await second.message('Done: € 90.50').count()).toBe(1)
  })

  test('make one effect of two decisions that cross', async () => {
    const { page, openTab, trouble } = await world.enter()
    const first = onPage(page)
    await first.begin(refund)
    await first.approval('Create refund').waitFor()
    const other = await openTab(page.url())
    const second = onPage(other)
    await second.approval('Create refund').waitFor()
    // The slower of the two is refused, and the browser reports that.
    trouble.expect(/status of 409/)

    // The second may find its card settled before it could press: then there is nothing left to cross.
    const press = (card: Locator): Promise<void> =>
      card
        .getByRole('button', { name: 'Approve' })
        .click({ timeout: 5000 })
        .catch(() => undefined)
    await Promise.all([press(first.approval('Create refund')), press(second.approval('Create refund'))])
    await first.message('Done: € 90.50').waitFor()
    await second.message('Done: € 90.50').waitFor()
    await page.reload()
    await first.message('Done: € 90.50').waitFor()

    expect(await first.message('Done: € 90.50').count()).toBe(1)
    expect(await page.locator('article[data-twk-kind="approval"]').count()).toBe(1)
  })
})
