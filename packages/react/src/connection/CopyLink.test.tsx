import { afterEach, expect, it, vi, type MockInstance } from 'vitest'
import { render } from 'vitest-browser-react'
import { ClockProvider } from '../clock/ClockProvider.tsx'
import { createManualClock } from '../clock/manual-clock.ts'
import { CopyLink } from './CopyLink.tsx'

const url = 'https://login.example.com/authorize?attempt=1'
const refusal = 'Not copied: the browser does not allow it here.'

const clipboard = (): MockInstance<Clipboard['writeText']> => vi.spyOn(navigator.clipboard, 'writeText')

afterEach(() => vi.restoreAllMocks())

it('copies the link, and says so for two seconds', async () => {
  const clock = createManualClock()
  const write = clipboard().mockResolvedValue()
  const screen = await render(
    <ClockProvider value={clock}>
      <CopyLink url={url} />
    </ClockProvider>,
  )

  await screen.getByRole('button', { name: 'Copy link' }).click()

  expect(write).toHaveBeenCalledExactlyOnceWith(url)
  await expect.element(screen.getByText('Copied', { exact: false })).toBeVisible()
  clock.advance(2000)
  await expect.poll(() => screen.container.querySelector('[aria-live]')?.textContent).toBe('')
})

it('says that the browser refused, until the next attempt', async () => {
  const write = clipboard().mockRejectedValueOnce(new Error('refused')).mockResolvedValueOnce()
  const screen = await render(<CopyLink url={url} />)
  const button = screen.getByRole('button', { name: 'Copy link' })

  await button.click()
  await expect.element(screen.getByText(refusal)).toBeVisible()
  await button.click()

  await expect.element(screen.getByText(refusal)).not.toBeInTheDocument()
  expect(write).toHaveBeenCalledTimes(2)
})

it('says the same on a page that has no clipboard at all', async () => {
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never) // as a page without TLS has it
  const screen = await render(<CopyLink url={url} />)

  await screen.getByRole('button', { name: 'Copy link' }).click()

  await expect.element(screen.getByText(refusal)).toBeVisible()
})
