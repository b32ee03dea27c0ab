import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { approve, countPosts, onPage, patience, reachPhase } from './conversation-page.ts'
import { worlds } from './worlds.ts'

const refund = 'Order A-1042 arrived broken. Can I get my money back?'
const discount = 'Give me a 40 % discount on my next order'
const twoOrders = 'Cancel orders A-1043 and A-1044'
const decisions = /\/(?:skill|business)_approval\//

const itemStatus = (page: Page, kind: string, index = 0): Promise<string | null> =>
  page.locator(`article[data-twk-kind="${kind}"]`).nth(index).getAttribute('data-twk-status')

/** Presses every Approve button in the very moment in which it appears, before anybody could have read the card. */
const pressTooEarly = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const pressed = new Set<Element>()
    new MutationObserver(() => {
      for (const button of document.querySelectorAll('button')) {
        if (button.textContent !== 'Approve' || pressed.has(button)) continue
        pressed.add(button)
        button.click()
        document.body.dataset['tooEarly'] = String(pressed.size)
      }
    }).observe(document.body, { childList: true, subtree: true })
  })

describe.each(worlds)('an approval against the $name', (world) => {
  test('leaves a click alone that comes before the card could be read, and takes a double click once', async () => {
    const { page } = await world.enter()
    const { approval, message, begin } = onPage(page)
    const posts = countPosts(page, decisions)
    await pressTooEarly(page)

    await begin(refund)
    const approve = approval('Create refund').getByRole('button', { name: 'Approve' })
    await approve.waitFor()

    expect(await page.locator('body').getAttribute('data-too-early')).toBe('1')
    await expect.poll(() => approve.getAttribute('aria-disabled'), patience).toBe('false')
    expect(await itemStatus(page, 'approval')).toBe('awaiting')
    expect(posts()).toBe(0)

    await approve.dblclick()
    await message('Done: € 90.50').waitFor()

    expect(posts()).toBe(1)
    expect(await message('Done: € 90.50').count()).toBe(1)
  })

  test('is given by keyboard, once for a key that is held down, and never takes the focus', async () => {
    const { page } = await world.enter()
    const { approval, composer, message, begin } = onPage(page)
    const posts = countPosts(page, decisions)

    await begin(refund)
    await composer.focus()
    const approve = approval('Create refund').getByRole('button', { name: 'Approve' })
    await expect.poll(() => approve.getAttribute('aria-disabled'), patience).toBe('false')

    expect(await composer.evaluate((field) => field === document.activeElement)).toBe(true)

    while (!(await approve.evaluate((button) => button === document.activeElement)))
      await page.keyboard.press('Shift+Tab')
    await page.keyboard.down('Enter')
    await page.keyboard.down('Enter')
    await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await message('Done: € 90.50').waitFor()

    expect(posts()).toBe(1)
  })

  test('is refused without a reason', async () => {
    const { page } = await world.enter()
    const { approval, message, begin } = onPage(page)
    const bodies: unknown[] = []
    page.on('request', (request) => {
      if (decisions.test(request.url())) bodies.push(request.postDataJSON())
    })

    await begin(refund)
    await approval('Create refund').getByRole('button', { name: 'Reject' }).click()
    await approval('Create refund')
      .getByRole('form', { name: 'Reject' })
      .getByRole('button', { name: 'Reject' })
      .click()
    await message('I have not created the refund').waitFor()

    expect(bodies).toEqual([expect.objectContaining({ resolution: 'rejected' })])
    expect(await itemStatus(page, 'approval')).toBe('rejected')
  })

  test('is refused with a reason, which the assistant may quote', async () => {
    const { page } = await world.enter()
    const { approval, message, begin } = onPage(page)
    const posts = countPosts(page, decisions)

    await begin(discount)
    const card = approval('Grant discount')
    await card.getByRole('button', { name: 'Reject' }).click()
    await card.getByLabel('Reason').fill('Too much for one lamp')
    await card.getByRole('form', { name: 'Reject' }).getByRole('button', { name: 'Reject' }).click()
    await message('Too much for one lamp').waitFor()

    expect(posts()).toBe(1)
    expect(await itemStatus(page, 'approval')).toBe('rejected')
  })

  test('of two at once is answered in the opposite order, each for itself', async () => {
    const { page } = await world.enter()
    const { approval, message, begin } = onPage(page)
    const paths: string[] = []
    page.on('request', (request) => {
      if (decisions.test(request.url())) paths.push(new URL(request.url()).pathname)
    })

    await begin(twoOrders)
    const cards = approval('Cancel order')
    await expect.poll(() => cards.count(), patience).toBe(2)
    await approve(cards.nth(1))
    await expect.poll(() => paths.length, patience).toBe(1)
    await cards.nth(0).getByRole('button', { name: 'Reject' }).click()
    await cards.nth(0).getByRole('form', { name: 'Reject' }).getByRole('button', { name: 'Reject' }).click()
    await message('Order A-1044 is cancelled').waitFor()
    await message('I left order A-1043 as it is').waitFor()
    await reachPhase(page, 'idle')

    expect(new Set(paths).size).toBe(2)
    expect(paths).toHaveLength(2)
    expect(await itemStatus(page, 'approval', 0)).toBe('rejected')
    expect(await itemStatus(page, 'approval', 1)).not.toBe('rejected')
  })
})
