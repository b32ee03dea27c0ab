import { seededRandom } from '@threadwork/testing'
import type { BrowserContext, Locator, Page } from 'playwright'
import { approve, onPage } from '../../e2e/conversation-page.ts'
import { until } from '../conversation/quick-clock.ts'
import { isPlayed, type World } from '../conversation/world.ts'
import { isCommitted, promptOf, wrongDeed, type Deed } from './deeds.ts'

const clicked = ['approve', 'reject', 'submit', 'send', 'retry'] as const satisfies readonly Deed[]
type Clicked = (typeof clicked)[number]

const circumstances = [
  'double click',
  'Enter and click',
  'two tabs',
  'reload after the click',
  'offline queue',
  'back and forward',
] as const
type Circumstance = (typeof circumstances)[number]

/** One person's browser before the built chat. */
export interface Sight {
  readonly world: World
  readonly context: BrowserContext
  readonly page: Page
}

export interface Judged {
  readonly faults: readonly string[]
  /** It had no effect, and the page shows that it had none. */
  readonly isUnsent: boolean
}

const patience = 20_000

/** The button that decides. */
const buttonOf = (page: Page, deed: Clicked): Locator => {
  const { approval, form, item, sendButton } = onPage(page)
  switch (deed) {
    case 'approve':
      return approval('Create refund').getByRole('button', { name: 'Approve' })
    case 'reject':
      return approval('Create refund')
        .getByRole('form', { name: 'Reject' })
        .getByRole('button', { name: 'Reject' })
    case 'submit':
      return form('A few details of the new supplier').getByRole('button', { name: 'Send details' })
    case 'send':
      return sendButton
    case 'retry':
      return item('workflow', 'Courier claim').getByRole('button', { name: 'Retry' })
  }
}

const fillSupplier = async (page: Page): Promise<void> => {
  const form = onPage(page).form('A few details of the new supplier')
  await form.getByLabel('Company name').fill('Olaria do Sul, Lda')
  await form.getByLabel('Contact email').fill('ines@olaria.example')
  await form.getByLabel('Category').selectOption({ label: 'Ceramics' })
  await form.getByLabel('Employees').fill('14')
  await form.getByLabel('First delivery on').fill('2026-03-02')
  await form.getByLabel('The supplier accepts our terms').check()
}

const fillClaim = async (page: Page): Promise<void> => {
  const form = onPage(page).form('A few details for the courier claim')
  await form.getByLabel('Full name').fill('Ada Moreau')
  await form.getByLabel('Email').fill('ada@example.test')
  await form.getByLabel('Damage').selectOption({ label: 'Cracked' })
  await form.getByLabel('Discovered on').fill('2026-02-01')
  await form.getByLabel('What happened?').fill('The base has a crack.')
  await form.getByRole('button', { name: 'Send details' }).click()
}

/** Brings a page to where one press decides. */
const prepare = async (page: Page, deed: Clicked): Promise<void> => {
  const { approval, composer } = onPage(page)
  if (deed === 'send') await composer.fill(promptOf.send)
  if (deed === 'submit') await fillSupplier(page)
  if (deed === 'approve')
    await approval('Create refund').getByRole('button', { name: 'Approve' }).scrollIntoViewIfNeeded()
  if (deed === 'reject') {
    await approval('Create refund').getByRole('button', { name: 'Reject' }).click()
    await buttonOf(page, deed).waitFor()
  }
}

const begin = async (page: Page, deed: Clicked): Promise<string> => {
  const { say } = onPage(page)
  const before = page.url()
  await page.getByRole('button', { name: 'New conversation' }).click()
  await page.waitForURL((url) => url.href !== before && url.pathname.startsWith('/c/'))
  if (deed !== 'send') await say(promptOf[deed])
  if (deed === 'retry') await fillClaim(page)
  await prepare(page, deed)
  await buttonOf(page, deed).waitFor()
  return new URL(page.url()).pathname.replace('/c/', '')
}

// A card that is settled meanwhile has nothing to press any more.
const pressIfThere = (button: Locator): Promise<void> =>
  button.click({ timeout: 1500, noWaitAfter: true }).catch(() => undefined)

const press = async (page: Page, deed: Clicked): Promise<void> => {
  const card = onPage(page).approval('Create refund')
  if (deed === 'approve') await approve(card)
  else await buttonOf(page, deed).click()
}

const suffer = async (
  { context, page }: Sight,
  { deed, circumstance }: { readonly deed: Clicked; readonly circumstance: Circumstance },
  chance: () => number,
): Promise<void> => {
  const button = buttonOf(page, deed)
  const pause = (most: number): Promise<void> => page.waitForTimeout(chance() * most)
  switch (circumstance) {
    case 'double click':
      return button.dblclick()
    case 'Enter and click': {
      // Playwright waits until a button can be pressed before it presses it, which a key does not.
      await button.click({ trial: true })
      const key = deed === 'send' ? onPage(page).composer : button
      await key.press('Enter', { noWaitAfter: true })
      return pressIfThere(button)
    }
    case 'two tabs': {
      await button.click({ trial: true })
      const other = await context.newPage()
      await other.goto(page.url())
      await buttonOf(other, deed === 'reject' ? 'approve' : deed).waitFor()
      if (deed !== 'send') await prepare(other, deed)
      if (deed === 'send') {
        // Two messages in two tabs are two messages.
        await page.bringToFront()
        await press(page, deed)
      } else {
        // The tab behind gets no frames: its button was armed before, and hears the press itself.
        const behind = button.dispatchEvent('click', undefined, { timeout: 1500 }).catch(() => undefined)
        await Promise.all([press(other, deed), behind])
      }
      await pause(200)
      return other.close()
    }
    case 'reload after the click':
      await press(page, deed)
      await pause(80)
      return void (await page.reload())
    case 'offline queue':
      await button.click({ trial: true })
      await context.setOffline(true)
      await press(page, deed)
      await pause(600)
      return context.setOffline(false)
    case 'back and forward':
      await press(page, deed)
      await pause(80)
      await page.goto('about:blank')
      return void (await page.goBack())
  }
}

const shownTwice = async (page: Page): Promise<readonly string[]> => {
  const ids = await onPage(page).articles.evaluateAll((articles) =>
    articles.map((article) => article.getAttribute('data-twk-id') ?? ''),
  )
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is shown twice.`)
}

/** Plays one decision with the mouse and the keys of a person, and judges what the server did and what the page says. */
export const playInChromium = async (sight: Sight, seed: number): Promise<Judged> => {
  const deed = clicked[seed % clicked.length] ?? 'send'
  const round = Math.floor(seed / clicked.length)
  const circumstance = circumstances[round % circumstances.length] ?? 'double click'
  const name = `SEED=${seed}: ${deed}, ${circumstance}`
  const { page, world } = sight
  try {
    const conversationId = await begin(page, deed)
    await suffer(sight, { deed, circumstance }, seededRandom(seed))
    const phase = onPage(page).status
    let isUnsent = false
    let isIdle = false
    const isOver = (): boolean =>
      isUnsent || (isIdle && isCommitted(world, conversationId, deed) && isPlayed(world, conversationId))
    const end = Date.now() + patience
    while (!isOver() && Date.now() < end) {
      await page.waitForTimeout(50)
      isIdle = (await phase.getAttribute('data-twk-phase').catch(() => null)) === 'idle'
      isUnsent =
        !isCommitted(world, conversationId, deed) &&
        (await page.getByText(/Not sent|could not be sent/u).count()) > 0
    }
    await until('the decision is made, or shown as not sent', isOver, 10, () => `at ${page.url()}`)
    const faults = isUnsent
      ? []
      : [...wrongDeed(world, conversationId, { deed, isContradicted: false }), ...(await shownTwice(page))]
    return { faults: faults.map((fault) => `${name}: ${fault}`), isUnsent }
  } catch (error) {
    return { faults: [`${name}: ${String(error).slice(0, 400)}`], isUnsent: false }
  } finally {
    await sight.context.setOffline(false)
  }
}
