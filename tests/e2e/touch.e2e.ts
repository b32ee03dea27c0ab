import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { countPosts, onPage, reachPhase } from './conversation-page.ts'
import { worlds } from './worlds.ts'

const refund = 'Order A-1042 arrived broken. Can I get my money back?'
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe.each(worlds)('a phone of 390 pixels against the $name', (world) => {
  test('holds a whole conversation by touch, with nothing beyond its edge', async () => {
    const { page } = await world.enter({ context: phone })
    const { approval, composer, item, list, message, sendButton } = onPage(page)
    const posts = countPosts(page, /\/skill_approval\//)

    await page.getByRole('button', { name: 'Conversations', exact: true }).tap()
    await list.getByRole('button', { name: 'New conversation' }).tap()
    await page.waitForURL(/\/c\//)
    await composer.tap()
    await composer.fill(refund)
    await sendButton.tap()
    await item('skill', 'Look up order').waitFor()
    await approval('Create refund').waitFor()

    expect(await overflowOf(page)).toBe(0)

    await approval('Create refund').getByRole('button', { name: 'Reject' }).tap()
    await approval('Create refund').getByRole('button', { name: 'Back' }).tap()
    await approval('Create refund').getByRole('button', { name: 'Reject' }).tap()
    await approval('Create refund')
      .getByRole('form', { name: 'Reject' })
      .getByRole('button', { name: 'Reject' })
      .tap()
    await message('I have not created the refund').waitFor()
    await reachPhase(page, 'idle')

    expect(posts()).toBe(1)
    expect(await overflowOf(page)).toBe(0)
  })
})
