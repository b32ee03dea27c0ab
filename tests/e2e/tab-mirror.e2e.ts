import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { approve, countPosts, onPage, patience, reachPhase } from './conversation-page.ts'
import { enterOver, openMore, tabFlows } from './tab-flow.ts'
import { serverWorld } from './worlds.ts'

const refund = 'Order A-1042 arrived broken. Can I get my money back?'
const [overSse] = tabFlows

const blur = (page: Page): Promise<void> =>
  page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })

test('a decision in one tab closes the card in the other, which never asks', async () => {
  const visit = await serverWorld.enter()
  const first = onPage(visit.page)
  await first.begin(refund)
  await first.approval('Create refund').waitFor()
  const [other = visit.page] = await openMore(visit, 1)
  const second = onPage(other)
  const button = second.approval('Create refund').getByRole('button', { name: 'Approve' })
  await button.waitFor()
  const posts = countPosts(other, /\/skill_approval\//)

  await approve(first.approval('Create refund'))
  await expect.poll(() => button.count(), patience).toBe(0)
  await second.message('Done: € 90.50').waitFor()
  await reachPhase(other, 'idle')

  expect(posts()).toBe(0)
})

test('what is written in one tab stands in the other, and never under somebody’s hands', async () => {
  if (!overSse) throw new Error('there is a flow over SSE')
  const visit = await enterOver(overSse)
  const first = onPage(visit.page)
  await visit.page.getByRole('button', { name: 'New conversation' }).click()
  await visit.page.waitForURL(/\/c\//)
  await first.composer.waitFor()
  const [other = visit.page] = await openMore(visit, 1)
  const second = onPage(other)
  await second.composer.waitFor()

  await blur(other)
  await first.composer.fill('half a thought')
  await expect.poll(() => second.composer.inputValue(), patience).toBe('half a thought')
  await second.composer.focus()
  await first.composer.fill('another thought')
  await expect.poll(() => first.composer.inputValue(), patience).toBe('another thought')
  const kept = await second.composer.inputValue()
  await blur(other)
  await first.composer.fill('Where is order A-1042?')
  await expect.poll(() => second.composer.inputValue(), patience).toBe('Where is order A-1042?')
  await first.sendButton.click()
  await expect.poll(() => second.composer.inputValue(), patience).toBe('')

  expect(kept).toBe('half a thought')
})

test('a conversation that one tab makes stands in the list of the other', async () => {
  const visit = await serverWorld.enter()
  await onPage(visit.page).begin('Where is order A-1042?')
  await onPage(visit.page).message('was delivered on').waitFor()
  // The list is read every so often anyway: not in the tab that is opened now.
  await visit.context.addInitScript(() => {
    const real = globalThis.setInterval
    globalThis.setInterval = ((handler: () => void, ms: number) =>
      ms > 10_000 ? 0 : real(handler, ms)) as typeof setInterval
  })
  const other = await visit.openTab(visit.page.url())
  const rows = onPage(other).list.getByRole('listitem')
  await rows.first().waitFor()
  const before = await rows.count()

  await visit.page.getByRole('button', { name: 'New conversation' }).click()

  await expect.poll(() => rows.count(), patience).toBe(before + 1)
})
