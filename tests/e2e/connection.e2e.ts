import { chromium, type Page } from 'playwright'
import { describe, expect, onTestFinished, test } from 'vitest'
import { chromiumFlags, findChromium } from '../../scripts/find-chromium.mjs'
import { onPage, reachPhase, timelineOf } from './conversation-page.ts'
import { switchFaults } from './switch-faults.ts'
import { mockWorld, type Visit, worlds } from './worlds.ts'

const askForCase = 'Open a Salesforce case for order A-1042'
const opened = 'I opened case 00104-77'

/** Opens the service's own page with the card's button. */
const openConsent = async ({ context, page }: Visit): Promise<Page> => {
  const [consent] = await Promise.all([
    context.waitForEvent('page'),
    onPage(page).connection('Salesforce').getByRole('button', { name: 'Connect to your account' }).click(),
  ])
  await consent.getByRole('button', { name: 'Allow' }).waitFor()
  return consent
}

describe.each(worlds)('a connection against the $name', (world) => {
  test('is made on the page of the service, and the reply comes from the history (W49, W50, W55, W70)', async () => {
    const visit = await world.enter()
    const { begin, connection, message } = onPage(visit.page)

    await begin(askForCase)
    await connection('Salesforce').waitFor()
    await reachPhase(visit.page, 'awaiting-connection')
    const consent = await openConsent(visit)
    await consent.getByRole('button', { name: 'Allow' }).click()
    await consent.getByRole('heading', { name: 'Connected' }).waitFor()
    await consent.close()
    await message(opened).waitFor()
    await reachPhase(visit.page, 'idle')
    const lived = await timelineOf(visit.page)
    await visit.page.reload()
    await message(opened).waitFor()

    expect(await visit.page.evaluate(() => window.opener)).toBe(null)
    expect(await message(opened).count()).toBe(1)
    expect(await timelineOf(visit.page)).toEqual(lived)
  })

  test('is denied on the page of the service', async () => {
    const visit = await world.enter()
    const { begin, connection, message } = onPage(visit.page)

    await begin(askForCase)
    await connection('Salesforce').waitFor()
    const consent = await openConsent(visit)
    await consent.getByRole('button', { name: 'Deny' }).click()
    await message('access was denied').waitFor()
    await reachPhase(visit.page, 'idle')

    expect(await connection('Salesforce').getByRole('button').count()).toBe(0)
  })

  test('is skipped, and the turn goes on without it (W57)', async () => {
    const { page } = await world.enter()
    const { begin, connection, message } = onPage(page)

    await begin(askForCase)
    await connection('Salesforce').getByRole('button', { name: 'Skip' }).click()
    await message('All right, without Salesforce').waitFor()
    await reachPhase(page, 'idle')

    expect(await connection('Salesforce').getByRole('button').count()).toBe(0)
    expect(await connection('Salesforce').innerText()).toContain('You skipped this.')
  })
})

describe('a blocked window', () => {
  // A browser that guards against popups, as a person's own does; the suite's lets every window open.
  test('leaves a link that opens the page all the same, and the reply comes (W50)', async () => {
    const executablePath = findChromium()
    const guarded = await chromium.launch({
      args: [...chromiumFlags],
      ignoreDefaultArgs: ['--disable-popup-blocking'],
      ...(executablePath ? { executablePath } : {}),
    })
    onTestFinished(() => guarded.close())
    const visit = await mockWorld.enter({ browser: guarded })
    const { begin, connection, message } = onPage(visit.page)
    await begin(askForCase)
    const card = connection('Salesforce')
    await card.getByRole('button', { name: 'Connect to your account' }).waitFor()
    // The page's own script uses up what the click allows: the next window is one too many for the browser.
    await visit.page.evaluate(() =>
      document.addEventListener('click', () => window.open('about:blank'), { capture: true, once: true }),
    )

    await card.getByRole('button', { name: 'Connect to your account' }).click()
    const link = card.getByRole('link', { name: /^Open / })
    await link.waitFor()
    const [consent] = await Promise.all([
      visit.context.waitForEvent('page', (page) => page.url() !== 'about:blank'),
      link.click(),
    ])
    await consent.getByRole('button', { name: 'Allow' }).click()
    await message(opened).waitFor()

    expect(await consent.evaluate(() => window.opener)).toBe(null)
  })
})

describe('an expired link', () => {
  test('offers no way to connect until a new one came (W51)', async () => {
    const visit = await mockWorld.enter()
    const { begin, connection, message } = onPage(visit.page)
    await switchFaults(visit.page, { isLinkExpired: true })

    await begin(askForCase)
    const card = connection('Salesforce')
    await card.getByText('This link has expired.').waitFor()

    expect(await card.getByRole('button', { name: 'Connect to your account' }).count()).toBe(0)

    await switchFaults(visit.page, { isLinkExpired: false })
    await card.getByRole('button', { name: 'Get a new link' }).click()
    const consent = await openConsent(visit)
    await consent.getByRole('button', { name: 'Allow' }).click()
    await message(opened).waitFor()
    await reachPhase(visit.page, 'idle')
  })
})
