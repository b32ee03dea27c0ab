import type { BrowserContext, Locator, Page } from 'playwright'
import { onPage } from '../../e2e/conversation-page.ts'
import { buttonOf, prepare, press } from './decide-on-page.ts'
import { deeds, type Deed } from './deeds.ts'

const circumstances = [
  'double click',
  'Enter and click',
  'two tabs',
  'reload after the click',
  'offline queue',
  'back and forward',
  'opposite answers',
] as const
export type Circumstance = (typeof circumstances)[number]

/** One decision, and what a person does to it. */
export interface Kind {
  readonly deed: Deed
  readonly circumstance: Circumstance
}

const isPlayable = ({ deed, circumstance }: Kind): boolean =>
  circumstance !== 'opposite answers' || deed === 'approve' || deed === 'reject'

/** Every kind that the page offers, in the order in which they are played. */
export const kinds: readonly Kind[] = circumstances
  .flatMap((circumstance) => deeds.map((deed) => ({ deed, circumstance })))
  .filter(isPlayable)

/** One person's browser before the built chat. */
export interface TheirBrowser {
  readonly context: BrowserContext
  readonly page: Page
}

// A card that is settled meanwhile has nothing to press any more.
const pressIfThere = (button: Locator): Promise<void> =>
  button.click({ timeout: 1500, noWaitAfter: true }).catch(() => undefined)

const enterAndClick = async (page: Page, deed: Deed): Promise<void> => {
  const button = buttonOf(page, deed)
  // Playwright waits until a button can be pressed before it presses it, which a key does not.
  await button.click({ trial: true })
  const key = deed === 'send' ? onPage(page).composer : button
  await key.press('Enter', { noWaitAfter: true })
  await pressIfThere(button)
}

interface Pressed {
  readonly deed: Deed
  readonly inOther: Deed
  /** Milliseconds. */
  readonly apart: number
}

/** Presses in two tabs at once. The tab behind gets no frames: its button was armed before, and hears the press itself. */
const pressInBoth = async (
  { context, page }: TheirBrowser,
  { deed, inOther, apart }: Pressed,
): Promise<void> => {
  const button = buttonOf(page, deed)
  await button.click({ trial: true })
  const other = await context.newPage()
  await other.goto(page.url())
  await prepare(other, inOther)
  await buttonOf(other, inOther).click({ trial: true })
  const pressBehind = async (): Promise<void> => {
    await page.waitForTimeout(apart)
    await button.dispatchEvent('click', undefined, { timeout: 1500 }).catch(() => undefined)
  }
  await Promise.all([pressIfThere(buttonOf(other, inOther)), pressBehind()])
}

/** Another tab looks on while a message is sent: two messages in two tabs would be two messages. */
const sendBeside = async ({ context, page }: TheirBrowser): Promise<void> => {
  const other = await context.newPage()
  await other.goto(page.url())
  await onPage(other).composer.waitFor()
  await page.bringToFront()
  await press(page, 'send')
}

/** Decides, and does with the browser what a person may do meanwhile. */
export const decide = async (
  browser: TheirBrowser,
  { deed, circumstance }: Kind,
  chance: () => number,
): Promise<void> => {
  const { context, page } = browser
  const pause = (most: number): Promise<void> => page.waitForTimeout(chance() * most)
  switch (circumstance) {
    case 'double click':
      return buttonOf(page, deed).dblclick()
    case 'Enter and click':
      return enterAndClick(page, deed)
    case 'two tabs':
      return deed === 'send'
        ? sendBeside(browser)
        : pressInBoth(browser, { deed, inOther: deed, apart: chance() * 100 })
    case 'opposite answers':
      return pressInBoth(browser, {
        deed,
        inOther: deed === 'approve' ? 'reject' : 'approve',
        apart: chance() * 100,
      })
    case 'reload after the click':
      await press(page, deed)
      await pause(80)
      return void (await page.reload())
    case 'offline queue':
      await buttonOf(page, deed).click({ trial: true })
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
