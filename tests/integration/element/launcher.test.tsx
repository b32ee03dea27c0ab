import '@threadwork/element'
import type { ThreadworkLauncher } from '@threadwork/element'
import type { ScriptedTransport } from '@threadwork/testing'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { composerOf, inside, place, quietTransport, reply } from './element-page.ts'

beforeEach(() => page.viewport(1200, 900))

interface Launched {
  readonly launcher: ThreadworkLauncher
  readonly transport: ScriptedTransport
}

const launch = (attributes: Readonly<Record<string, string>> = {}): Launched => {
  const transport = quietTransport()
  return { transport, launcher: place(document.createElement('threadwork-launcher'), transport, attributes) }
}

const buttonOf = (launcher: ThreadworkLauncher): HTMLElement => {
  const button = inside(launcher, '[part=button]')
  if (!button) throw new Error('The launcher has no button.')
  return button
}

const panelOf = (launcher: ThreadworkLauncher): HTMLDialogElement | null =>
  launcher.shadowRoot?.querySelector('dialog') ?? null

const focused = (launcher: ThreadworkLauncher): Element | null => launcher.shadowRoot?.activeElement ?? null

const openByHand = async (launcher: ThreadworkLauncher): Promise<void> => {
  await userEvent.click(buttonOf(launcher))
  await expect.poll(() => composerOf(launcher)).not.toBeNull()
  // What comes earlier counts as having been there.
  await expect.poll(() => launcher.session?.getState().history).toBe('ready')
}

test('waits with everything until it is opened', async () => {
  const { launcher, transport } = launch()
  await expect.element(page.getByRole('button', { name: 'Open the chat' })).toBeVisible()
  expect(transport.openCount).toBe(0)
  expect(panelOf(launcher)?.open).toBe(false)

  await openByHand(launcher)

  expect(transport.openCount).toBe(1)
  await expect.element(page.getByRole('dialog', { name: 'Chat' })).toBeVisible()
  expect(buttonOf(launcher).getAttribute('aria-expanded')).toBe('true')
})

test('takes the focus to the composer when a person opens it, and back to the button on Escape', async () => {
  const { launcher } = launch()

  await openByHand(launcher)
  await expect.poll(() => focused(launcher)).toBe(composerOf(launcher))
  await userEvent.keyboard('{Escape}')

  expect(panelOf(launcher)?.open).toBe(false)
  expect(focused(launcher)).toBe(buttonOf(launcher))
  await expect.element(page.getByRole('button', { name: 'Open the chat' })).toBeVisible()
})

test('gives the focus back to the page’s own button that opened it', async () => {
  const ask = document.body.appendChild(document.createElement('button'))
  onTestFinished(() => ask.remove())
  const { launcher } = launch()
  ask.textContent = 'Ask us'
  ask.addEventListener('click', () => launcher.show())

  await userEvent.click(ask)
  await expect.poll(() => focused(launcher)).toBe(composerOf(launcher))
  await userEvent.keyboard('{Escape}')

  expect(document.activeElement).toBe(ask)
})

test('leaves the rest of the page in use beside the panel', async () => {
  const field = document.body.appendChild(document.createElement('input'))
  field.setAttribute('aria-label', 'Search')
  onTestFinished(() => field.remove())
  const { launcher } = launch()
  await openByHand(launcher)

  await userEvent.fill(page.getByRole('textbox', { name: 'Search' }), 'lamp')

  expect(field.value).toBe('lamp')
  expect(launcher.open).toBe(true)
  expect(panelOf(launcher)?.matches(':modal')).toBe(false)
})

test('takes no focus when the page opens it', async () => {
  const field = document.body.appendChild(document.createElement('input'))
  onTestFinished(() => field.remove())
  field.focus()
  const { launcher } = launch({ open: '' })

  await expect.poll(() => composerOf(launcher)).not.toBeNull()
  await new Promise((resolve) => setTimeout(resolve, 50))

  expect(document.activeElement).toBe(field)
})

test('keeps what is typed, and its line to the backend, while it is closed', async () => {
  const { launcher, transport } = launch()
  await openByHand(launcher)
  await userEvent.keyboard('half a thought')
  const composer = composerOf(launcher)

  launcher.hide()
  launcher.show()

  expect(composerOf(launcher)).toBe(composer)
  expect(composer?.value).toBe('half a thought')
  expect(transport.opened).toHaveLength(1)
})

test('counts what comes while it is closed, says it once, and forgets it when it is opened', async () => {
  const { launcher, transport } = launch()
  await openByHand(launcher)
  launcher.hide()

  transport.push(reply('m1', 'One'))
  await expect.poll(() => inside(launcher, '[part=badge]')?.textContent).toBe('1')
  transport.push(reply('m2', 'Two'))

  await expect.element(page.getByRole('button', { name: 'Open the chat: 2 new messages' })).toBeVisible()
  expect(inside(launcher, '[role=status].twk-launcher__told')?.textContent).toBe('2 new messages')
  expect(inside(launcher, '[part=badge]')?.hidden).toBe(false)
  launcher.show()
  expect(inside(launcher, '[part=badge]')?.hidden).toBe(true)
  launcher.hide()
  await expect.element(page.getByRole('button', { name: 'Open the chat', exact: true })).toBeVisible()
})

test('can be closed from inside the panel', async () => {
  const closed = vi.fn()
  const { launcher } = launch()
  launcher.addEventListener('threadwork-close', closed)
  await openByHand(launcher)

  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Close the chat' }))

  expect(launcher.open).toBe(false)
  expect(closed).toHaveBeenCalledOnce()
  expect(focused(launcher)).toBe(buttonOf(launcher))
})

test('takes the whole of a phone, and gives it back', async () => {
  await page.viewport(390, 800)
  const { launcher } = launch()

  await openByHand(launcher)

  const panel = panelOf(launcher)
  expect(panel?.matches(':modal')).toBe(true)
  await expect.poll(() => panel?.getBoundingClientRect().width).toBe(390)
  expect(panel?.getBoundingClientRect().height).toBe(800)
  await userEvent.keyboard('{Escape}')
  expect(panel?.open).toBe(false)
  expect(focused(launcher)).toBe(buttonOf(launcher))
})

test('is the same panel with the same focus when a phone is turned', async () => {
  await page.viewport(900, 800)
  const { launcher } = launch()
  await openByHand(launcher)
  await expect.poll(() => focused(launcher)).toBe(composerOf(launcher))

  await page.viewport(390, 800)

  await expect.poll(() => panelOf(launcher)?.matches(':modal')).toBe(true)
  expect(focused(launcher)).toBe(composerOf(launcher))
  const panel = panelOf(launcher)
  expect(panel && getComputedStyle(panel).opacity).toBe('1')
  await page.viewport(900, 800)
  await expect.poll(() => panelOf(launcher)?.matches(':modal')).toBe(false)
  expect(focused(launcher)).toBe(composerOf(launcher))
  await userEvent.keyboard('{Escape}')
  expect(focused(launcher)).toBe(buttonOf(launcher))
})

test('stands at the end of the line, on either side', async () => {
  const { launcher } = launch()
  const centre = () => {
    const { left, right } = buttonOf(launcher).getBoundingClientRect()
    return (left + right) / 2 / innerWidth
  }
  expect(centre()).toBeGreaterThan(0.8)

  document.documentElement.dir = 'rtl'
  onTestFinished(() => document.documentElement.removeAttribute('dir'))
  expect(centre()).toBeLessThan(0.2)
  launcher.show()

  const { left, right } = panelOf(launcher)?.getBoundingClientRect() ?? { left: -1, right: -1 }
  expect(left).toBeGreaterThanOrEqual(0)
  expect(right).toBeLessThan(innerWidth / 2)
})

test('brings the chat behind the page’s own work where it is asked to, so that it can count', async () => {
  const { launcher, transport } = launch({ load: 'idle' })

  // Two browsers on two cores leave little idle time.
  await expect.poll(() => transport.openCount, { timeout: 45_000 }).toBe(1)
  await expect.poll(() => launcher.session?.getState().history).toBe('ready')
  transport.push(reply('m1', 'Psst'))

  await expect.element(page.getByRole('button', { name: 'Open the chat: 1 new message' })).toBeVisible()
  expect(launcher.open).toBe(false)
})
