import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { onPage, patience, reachPhase } from './conversation-page.ts'
import { mockWorld } from './worlds.ts'

/** The focus in words: its role or tag, and its name. */
const focusOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return 'nowhere'
    const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${name}`.trim()
  })

const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let count = 0; count < 40; count += 1) {
    await page.keyboard.press('Tab')
    if ((await focusOf(page)) === `button ${name}`) return
  }
  throw new Error(`Tab never came to “${name}”; the focus is at “${await focusOf(page)}”.`)
}

test('a person without a mouse begins a conversation, approves and comes back to the field', async () => {
  const { page } = await mockWorld.enter()
  const { approval, message } = onPage(page)
  await page.getByRole('navigation', { name: 'Conversations' }).waitFor()

  await page.keyboard.press('Control+k')
  await page.waitForURL((url) => url.pathname.startsWith('/c/'))
  await page.getByRole('log').waitFor()
  await page.keyboard.press('Alt+c')
  expect(await focusOf(page)).toBe('textarea Message')
  await page.keyboard.type('Order A-1042 arrived broken. Can I get my money back?')
  await page.keyboard.press('Enter')
  await approval('Create refund').waitFor()
  expect(await focusOf(page)).toBe('textarea Message')

  await page.keyboard.press('Alt+n')
  expect(await focusOf(page)).toBe('section Approval: Create refund')
  await tabTo(page, 'Approve')
  const button = approval('Create refund').getByRole('button', { name: 'Approve' })
  await expect.poll(() => button.getAttribute('aria-disabled'), patience).toBe('false')
  await page.keyboard.press('Enter')
  await message('Done: € 90.50').waitFor()
  await reachPhase(page, 'idle')
  expect(await focusOf(page)).toBe('section Approval: Create refund')

  await page.keyboard.press('Shift+F6')
  expect(await focusOf(page)).not.toBe('nowhere')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('New conversation').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Alt+c')
  expect(await focusOf(page)).toBe('textarea Message')
})
