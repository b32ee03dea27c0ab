import AxeBuilder from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { chromiumFlags, findChromium } from '../../../scripts/find-chromium.mjs'
import { createTroubleWatch } from '../../e2e/trouble.ts'
import { type PlainSite, startSite } from './plain-site.ts'

let site: PlainSite
let browser: Browser

beforeAll(async () => {
  const executablePath = findChromium()
  site = await startSite()
  browser = await chromium.launch({
    args: [...chromiumFlags],
    ...(executablePath ? { executablePath } : {}),
  })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const desk = { width: 1100, height: 800 }

/** Opens a page of the site; the test fails for an error, a violation or a request that leaves the site. */
const visit = async (path: string, viewport = desk, expected: RegExp | null = null): Promise<Page> => {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const trouble = createTroubleWatch(site.url)
  trouble.watch(page)
  if (expected) trouble.expect(expected)
  onTestFinished(async () => {
    const violations = await page.evaluate(() => Reflect.get(globalThis, 'violations') ?? [])
    await context.close()
    if (!expected) expect(violations).toEqual([])
    expect(trouble.found).toEqual([])
  })
  await page.goto(`${site.url}${path}`)
  return page
}

const axeFindings = async (page: Page): Promise<readonly string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)

test('costs a page one script until somebody wants to talk', async () => {
  const asked = site.asked.length
  const page = await visit('/')
  await page.getByRole('button', { name: 'Open the chat' }).waitFor()

  const scripts = site.asked.slice(asked).filter((path) => path.endsWith('.js'))

  expect(scripts.filter((path) => /mount|Markdown|Card/u.test(path))).toEqual([])
  expect(scripts.length).toBeLessThan(7)
  expect(site.asked.slice(asked).some((path) => path.startsWith('/api/'))).toBe(false)
})

test('holds a whole turn under a policy that allows nothing inline, and looks as the page says', async () => {
  const page = await visit('/')

  await page.getByRole('button', { name: 'Ask us' }).click()
  const panel = page.getByRole('dialog', { name: 'Chat' })
  await panel.getByRole('textbox', { name: 'Message' }).fill('My lamp A-1042 arrived broken')
  await page.keyboard.press('Enter')
  await page.getByText('sent My lamp A-1042').waitFor()
  await panel.getByRole('button', { name: 'Approve' }).click()
  await panel
    .getByRole('article', { name: 'Olaria' })
    .last()
    .getByText(/refund/i)
    .first()
    .waitFor()

  const send = panel.getByRole('button', { name: 'Send' })
  expect(await send.evaluate((button) => getComputedStyle(button).fontSize)).toBe('14px')
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(await panel.isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: 'Ask us' }).isVisible()).toBe(true)
})

test('would notice a style that the policy forbids', async () => {
  const page = await visit('/', desk, /Content Security Policy/u)

  await page.evaluate(() => document.body.setAttribute('style', 'color: red'))

  const violations: unknown = await page.evaluate(() => Reflect.get(globalThis, 'violations'))
  expect(violations).toEqual(['style-src-attr inline'])
})

test('takes the whole screen of a phone and gives it back', async () => {
  const page = await visit('/', { width: 390, height: 760 })

  await page.getByRole('button', { name: 'Open the chat' }).click()
  const panel = page.getByRole('dialog', { name: 'Chat' })
  await panel.getByRole('textbox', { name: 'Message' }).waitFor()

  expect(await panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 760 })
  expect(await axeFindings(page)).toEqual([])
  await panel.getByRole('button', { name: 'Close the chat' }).click()
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('threadwork-launcher')
})

test('goes on with its own conversation after a reload, and in a second element', async () => {
  const page = await visit('/plain.html')
  const composer = page.getByRole('textbox', { name: 'Message' }).first()
  const said = page.getByText('Where is A-1042?')
  await composer.fill('Where is A-1042?')
  await composer.press('Enter')
  await said.nth(1).waitFor()

  // A named character is decoded by a table: the browser's own way would be text taken for HTML.
  await page.route('**/messages?*', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replaceAll('A-1042', 'A-1042 &hearts;')
    await route.fulfill({ response: answer, body })
  })
  await page.reload()

  await page.getByText('A-1042 ♥').first().waitFor()
  expect(await said.count()).toBe(2)
  const isShown = await page.evaluate(() => {
    const range = document.createRange()
    range.selectNodeContents(document.querySelector('threadwork-chat') ?? document.body)
    return range.getClientRects().length > 0
  })
  expect(isShown).toBe(false)
})
