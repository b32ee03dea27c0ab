import { describe, expect, test } from 'vitest'
import { approve, countPosts, onPage, patience, reachPhase } from './conversation-page.ts'
import { switchFaults } from './switch-faults.ts'
import { mockWorld, serverWorld, worlds } from './worlds.ts'

const refund = 'Order A-1042 arrived broken. Can I get my money back?'
const report = 'Show me the quarterly pipeline report'

describe.each(worlds)('a busy conversation against the $name', (world) => {
  test('lets what is written while an approval waits go out once, after the turn, over a reload', async () => {
    const { page } = await world.enter()
    const { approval, begin, composer, message } = onPage(page)
    const posts = countPosts(page, /\/messages$/)
    const queue = page.getByRole('region', { name: 'Waiting messages' })

    await begin(refund)
    await approval('Create refund').waitFor()
    await composer.fill(report)
    await composer.press('Enter')
    await queue.getByText('Goes out when you have answered above').waitFor()
    expect(posts()).toBe(1)
    await page.reload()
    await queue.getByText(report).waitFor()
    await approve(approval('Create refund'))
    await message('Pipeline, third quarter').waitFor()
    await reachPhase(page, 'idle')

    expect(await message(report).count()).toBe(1)
    expect(await queue.count()).toBe(0)
    expect(posts()).toBe(2)
  })

  test('keeps a message that another tab was faster than', async () => {
    const { page, openTab, trouble } = await world.enter()
    const first = onPage(page)
    await page.getByRole('button', { name: 'New conversation' }).click()
    await page.waitForURL(/\/c\//)
    const other = await openTab(page.url())
    const second = onPage(other)
    await second.composer.waitFor()
    await reachPhase(other, 'idle')
    trouble.expect(/status of 409/)

    await first.composer.fill(refund)
    await second.composer.fill('And mine?')
    await first.sendButton.click()
    await first.approval('Create refund').waitFor()
    // Through the form, as a click would be: the other tab may have learned by now that it has to wait.
    await second.composer.press('Enter')
    await second.approval('Create refund').waitFor()

    await expect.poll(() => other.getByText('And mine?').count(), patience).toBe(1)
    expect(await first.message('And mine?').count()).toBe(0)
  })
})

describe('a refusal', () => {
  test('with 409 lets the text wait in sight, and sends it once when the turn is over', async () => {
    const { page, trouble } = await mockWorld.enter()
    const { begin, message } = onPage(page)
    const queue = page.getByRole('region', { name: 'Waiting messages' })
    trouble.expect(/status of 409/)
    await switchFaults(page, { isConflict: true })

    await begin(report)
    await queue.getByText(report).waitFor()
    expect(await message('Pipeline, third quarter').count()).toBe(0)
    await switchFaults(page, {})
    await message('Pipeline, third quarter').waitFor()
    await reachPhase(page, 'idle')

    expect(await message(report).count()).toBe(1)
    expect(await queue.count()).toBe(0)
  })

  test('with 401 shows the way to sign in', async () => {
    const { page, trouble } = await mockWorld.enter()
    trouble.expect(/status of 401/)
    await switchFaults(page, { isUnauthorized: true })

    await page.reload()

    await page.getByRole('heading', { name: 'Sign in to Threadwork' }).waitFor()
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
  })

  test('leads somebody who is not signed in through the sign-in to the conversations', async () => {
    const { page, trouble } = await serverWorld.enter()
    trouble.expect(/status of 401/)
    // The sign-in stands on an origin of its own.
    trouble.expect(/request to another origin: http:\/\/127\.0\.0\.1:\d+\/(?:auth|choose|session|sign-in)/)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in to Threadwork' }).waitFor()

    await page.getByRole('link', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Kenji Watanabe' }).click()

    await page.getByRole('button', { name: 'New conversation' }).waitFor()
    await page.getByText('Kenji Watanabe').waitFor()
  })

  test('of a person without access says so, and lets them be somebody else', async () => {
    const { page, trouble } = await serverWorld.enter({ person: 'Noor Haddad' })
    trouble.expect(/status of 401/)

    await page.getByRole('heading', { name: 'You have no access to this assistant' }).waitFor()
    await page.getByText('You are signed in as Noor Haddad').waitFor()
    await page.getByRole('button', { name: 'Sign in as somebody else' }).click()

    await page.getByRole('heading', { name: 'Sign in to Threadwork' }).waitFor()
  })
})
