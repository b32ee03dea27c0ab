import type { AuthLink, ConnectionItem } from '@threadwork/core'
import { StrictMode, type ReactElement } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Locator } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ClockProvider } from '../clock/ClockProvider.tsx'
import { createManualClock, type ManualClock } from '../clock/manual-clock.ts'
import { OriginPolicyProvider } from '../policy/OriginPolicy.tsx'
import { sampleConnection, sampleLink, sampleOther } from './connection-samples.ts'
import type { ConnectionNotes } from './connection-note.ts'
import { ConnectionCard, type ConnectionCardProps } from './ConnectionCard.tsx'
import { ledTo, stubWindowOpen, type OpenedWindows } from './window-samples.ts'

const policy = { linkOrigins: ['https://login.example.com'], imageOrigins: [], isLoopbackTrusted: false }
const firstUrl = 'https://login.example.com/authorize?attempt=1'
const secondUrl = 'https://login.example.com/authorize?attempt=1&again=1'

let clock: ManualClock
let windows: OpenedWindows

beforeEach(() => {
  clock = createManualClock()
  windows = stubWindowOpen()
})
afterEach(() => windows.restore())

const card = (props: Partial<ConnectionCardProps> = {}): ReactElement => (
  <StrictMode>
    <ClockProvider value={clock}>
      <OriginPolicyProvider value={policy}>
        <ConnectionCard
          item={sampleConnection}
          onRenew={() => Promise.resolve(null)}
          onSkip={() => {}}
          {...props}
        />
      </OriginPolicyProvider>
    </ClockProvider>
  </StrictMode>
)

const memoryNotes = (): ConnectionNotes => {
  let kept: string | null = null
  return { read: () => kept, write: (note) => void (kept = note) }
}

const withLink = (link: AuthLink | null): ConnectionItem => ({ ...sampleConnection, link })

/** Presses in this very call: what a handler awaits has not happened when it returns. */
const pressNow = (button: Locator): void =>
  void button.element().dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))

/** A renewal in the test's hands. */

describe('the life of a link', () => {
  test('counts down by the server’s own times, in minutes and at last in seconds, and ends', async () => {
    const screen = await render(card())
    await expect.element(screen.getByText(/another 10 minutes at most/)).toBeVisible()

    clock.advance(570_000)
    await expect.element(screen.getByText(/another 30 seconds at most/)).toBeVisible()
    clock.advance(29_000)
    await expect.element(screen.getByText(/another 1 second at most/)).toBeVisible()
    clock.advance(1_000)

    await expect.element(screen.getByText('This link has expired.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Connect to your account' }).query()).toBeNull()
  })

  test('is no live region, and draws nothing while its text stays the same', async () => {
    const screen = await render(card())
    const timer = screen.getByRole('timer')
    await expect.element(timer).toHaveAttribute('aria-live', 'off')
    let changes = 0
    const observer = new MutationObserver(() => (changes += 1))
    observer.observe(screen.container, { childList: true, characterData: true, subtree: true })

    clock.advance(59_000)
    await new Promise(requestAnimationFrame)

    expect(changes).toBe(0)
    observer.disconnect()
  })

  test('goes on where it stood when the page is loaded again', async () => {
    const notes = memoryNotes()
    const first = await render(card({ notes }))
    clock.advance(540_000)
    await first.unmount()

    const screen = await render(card({ notes }))

    await expect.element(screen.getByText(/another 1 minute at most/)).toBeVisible()
  })

  test('begins anew with a link that is told anew', async () => {
    const screen = await render(card())
    clock.advance(590_000)
    await expect.element(screen.getByText(/another 10 seconds at most/)).toBeVisible()
    const at = sampleConnection.at ?? 0

    await screen.rerender(
      card({
        item: withLink({ ...sampleLink, url: secondUrl, toldAt: at + 590_000, expiresAt: at + 890_000 }),
      }),
    )

    await expect.element(screen.getByText(/another 5 minutes at most/)).toBeVisible()
  })
})

describe('a window', () => {
  test('is opened in the very click, knows nothing of this page, and the attempt is watched', async () => {
    const onOpen = vi.fn()
    const screen = await render(card({ onOpen }))

    pressNow(screen.getByRole('button', { name: 'Connect to your account' }))

    // Nothing was awaited: a browser would have blocked it then.
    expect(windows.led).toEqual([ledTo(firstUrl)])
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('attempt-1')
    await expect.element(screen.getByText(/Continue in the window that opened/)).toBeVisible()
  })

  test('that closed changes only the words', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true)
    const screen = await render(card())
    await screen.getByRole('button', { name: 'Connect to your account' }).click()

    windows.close()
    clock.advance(1000)

    await expect.element(screen.getByText('Finished? We are checking.')).toBeVisible()
    await expect.element(screen.getByRole('button', { name: 'Connect to your account' })).toBeVisible()
    await expect.element(screen.getByRole('button', { name: 'Skip' })).toBeVisible()
  })

  test('that only looks closed says nothing until the person is back', async () => {
    const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false)
    const screen = await render(card())
    await screen.getByRole('button', { name: 'Connect to your account' }).click()
    windows.close()

    clock.advance(60_000)
    await expect.element(screen.getByText(/Continue in the window/)).toBeVisible()
    hasFocus.mockReturnValue(true)
    clock.advance(1000)

    await expect.element(screen.getByText('Finished? We are checking.')).toBeVisible()
  })

  test('that the browser blocks leaves a plain link and one to copy', async () => {
    windows.restore()
    windows = stubWindowOpen(true)
    const onOpen = vi.fn()
    const screen = await render(card({ onOpen }))

    await screen.getByRole('button', { name: 'Connect to your account' }).click()

    const link = screen.getByRole('link', { name: 'Open login.example.com' })
    await expect.element(link).toHaveAttribute('href', firstUrl)
    await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer')
    await expect.element(link).toHaveAttribute('target', '_blank')
    await expect.element(screen.getByRole('button', { name: 'Copy link' })).toBeVisible()
    expect(onOpen).not.toHaveBeenCalled()
    link.element().addEventListener('click', (event) => event.preventDefault())
    await link.click()
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('attempt-1')
    await expect.element(screen.getByText(/Continue in the window/)).toBeVisible()
  })

  test('whose link expires meanwhile is still waited for, beside the way to a new link', async () => {
    const screen = await render(card())
    await screen.getByRole('button', { name: 'Connect to your account' }).click()

    clock.advance(600_000)

    await expect.element(screen.getByText(/expired while its window was open/)).toBeVisible()
    await expect.element(screen.getByRole('button', { name: 'Get a new link' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Connect to your account' }).query()).toBeNull()
  })

  test('that was open before a reload is waited for after it, and watched again', async () => {
    const notes = memoryNotes()
    const first = await render(card({ notes }))
    await first.getByRole('button', { name: 'Connect to your account' }).click()
    await first.unmount()
    const onOpen = vi.fn()

    const screen = await render(card({ notes, onOpen }))

    await expect.element(screen.getByText('Finished? We are checking.')).toBeVisible()
    expect(onOpen).toHaveBeenCalledWith('attempt-1')
  })

  test('is forgotten when the attempt is over', async () => {
    const notes = memoryNotes()
    const screen = await render(card({ notes }))
    await screen.getByRole('button', { name: 'Connect to your account' }).click()
    expect(notes.read()).not.toBeNull()

    await screen.rerender(card({ notes, item: { ...sampleConnection, status: 'authorized' } }))

    expect(notes.read()).toBeNull()
  })
})

test('asks once more before a skip throws away what was begun in a window', async () => {
  const onSkip = vi.fn()
  const screen = await render(card({ onSkip }))
  await screen.getByRole('button', { name: 'Connect to your account' }).click()
  const skip = screen.getByRole('button', { name: 'Skip' })

  await skip.click()
  expect(onSkip).not.toHaveBeenCalled()
  await expect.element(screen.getByText(/Go on without the account/)).toBeVisible()
  await skip.click()

  expect(onSkip).toHaveBeenCalledExactlyOnceWith('attempt-1')
})

test('keeps two attempts apart', async () => {
  const onOpen = vi.fn()
  const screen = await render(
    <>
      {card({ onOpen })}
      {card({ item: sampleOther, onOpen })}
    </>,
  )
  const salesforce = screen.getByRole('region', { name: 'Connection: Salesforce' })
  const jira = screen.getByRole('region', { name: 'Connection: Jira' })

  await jira.getByRole('button', { name: 'Connect to your account' }).click()

  expect(windows.led).toEqual([ledTo(sampleOther.link?.url ?? '')])
  expect(onOpen.mock.calls).toEqual([['attempt-2']])
  await expect.element(jira.getByText(/Continue in the window/)).toBeVisible()
  expect(salesforce.getByText(/Continue in the window/).query()).toBeNull()
})
