import type { AuthLink, ConnectionItem } from '@threadwork/core'
import { StrictMode, type ReactElement } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Locator } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ClockProvider } from '../clock/ClockProvider.tsx'
import { createManualClock, type ManualClock } from '../clock/manual-clock.ts'
import { OriginPolicyProvider } from '../policy/OriginPolicy.tsx'
import { sampleConnection, sampleLink } from './connection-samples.ts'
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

const withLink = (link: AuthLink | null): ConnectionItem => ({ ...sampleConnection, link })

/** Presses in this very call: what a handler awaits has not happened when it returns. */
const pressNow = (button: Locator): void =>
  void button.element().dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))

/** A renewal in the test's hands. */
const heldRenewal = () => {
  const settle: ((link: AuthLink | null) => void)[] = []
  const onRenew = vi.fn(() => new Promise<AuthLink | null>((resolve) => settle.push(resolve)))
  return { onRenew, settle: (link: AuthLink | null) => settle.shift()?.(link) }
}

describe('a renewal', () => {
  const expired = withLink({ ...sampleLink, expiresAt: sampleConnection.at })

  test('is asked for once, however often the button is pressed', async () => {
    const { onRenew, settle } = heldRenewal()
    const screen = await render(card({ item: expired, onRenew }))
    const renew = screen.getByRole('button', { name: 'Get a new link' })

    await renew.click()
    pressNow(renew)
    pressNow(renew)
    await expect.element(screen.getByText('Getting a new link…')).toBeVisible()
    settle(null)

    await expect.element(screen.getByText('No new link came. Try again in a moment.')).toBeVisible()
    expect(onRenew).toHaveBeenCalledOnce()
  })

  test('that brings the same link says so', async () => {
    const screen = await render(card({ onRenew: () => Promise.resolve(sampleLink) }))

    await screen.getByRole('button', { name: 'Get a new link' }).click()

    await expect.element(screen.getByText('There is no newer link than this one.')).toBeVisible()
  })

  test('that runs while the button is clicked leads the window to the new link, not to the spent one', async () => {
    const { onRenew, settle } = heldRenewal()
    const screen = await render(card({ onRenew }))
    await screen.getByRole('button', { name: 'Get a new link' }).click()

    pressNow(screen.getByRole('button', { name: 'Connect to your account' }))
    expect(windows.asked()).toBe(1)
    expect(windows.led).toEqual([])
    await expect.element(screen.getByText(/on its way to the window/)).toBeVisible()
    settle({ ...sampleLink, url: secondUrl })

    await expect.poll(() => windows.led).toEqual([ledTo(secondUrl)])
    expect(onRenew).toHaveBeenCalledOnce()
  })

  test('that brings nothing leads the window that was clicked open to the link that still lives', async () => {
    const { onRenew, settle } = heldRenewal()
    const screen = await render(card({ onRenew }))
    await screen.getByRole('button', { name: 'Get a new link' }).click()
    pressNow(screen.getByRole('button', { name: 'Connect to your account' }))

    settle(null)

    await expect.poll(() => windows.led).toEqual([ledTo(firstUrl)])
  })

  test('that brings a link to a site that is not trusted leads nowhere and closes the window', async () => {
    const { onRenew, settle } = heldRenewal()
    const screen = await render(card({ onRenew }))
    await screen.getByRole('button', { name: 'Get a new link' }).click()
    pressNow(screen.getByRole('button', { name: 'Connect to your account' }))

    settle({ ...sampleLink, url: 'https://evil.test/' })

    await expect.poll(() => windows.isClosed()).toBe(true)
    expect(windows.led).toEqual([])
  })

  test('after a failure opens the window in the click and leads it to a fresh link', async () => {
    const { onRenew, settle } = heldRenewal()
    const item: ConnectionItem = { ...sampleConnection, status: 'failed', error: 'Access was denied.' }
    const screen = await render(card({ item, onRenew }))
    await expect.element(screen.getByText('Access was denied.')).toBeVisible()

    pressNow(screen.getByRole('button', { name: 'Try again' }))
    expect(windows.asked()).toBe(1)
    settle({ ...sampleLink, url: secondUrl })
    await expect.poll(() => windows.led).toEqual([ledTo(secondUrl)])
    await screen.rerender(card({ item: { ...item, link: { ...sampleLink, url: secondUrl } }, onRenew }))

    await expect.element(screen.getByText(/Continue in the window/)).toBeVisible()
  })

  test('leaves no empty window behind when the card goes away meanwhile', async () => {
    const { onRenew } = heldRenewal()
    const screen = await render(card({ onRenew }))
    await screen.getByRole('button', { name: 'Get a new link' }).click()
    pressNow(screen.getByRole('button', { name: 'Connect to your account' }))
    await expect.element(screen.getByText(/on its way to the window/)).toBeVisible()

    await screen.rerender(card({ onRenew, item: { ...sampleConnection, status: 'closed' } }))

    expect(windows.isClosed()).toBe(true)
  })
})
