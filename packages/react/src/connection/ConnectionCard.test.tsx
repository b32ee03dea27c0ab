import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { ClockProvider } from '../clock/ClockProvider.tsx'
import { createManualClock } from '../clock/manual-clock.ts'
import { OriginPolicyProvider } from '../policy/OriginPolicy.tsx'
import { sampleConnection } from './connection-samples.ts'
import { ConnectionCard } from './ConnectionCard.tsx'

const policy = { linkOrigins: ['https://login.example.com'], imageOrigins: [], isLoopbackTrusted: false }

test('counts the life of a link down by the server’s own times, and takes the button away at its end', async () => {
  const clock = createManualClock()
  const screen = await render(
    <ClockProvider value={clock}>
      <OriginPolicyProvider value={policy}>
        <ConnectionCard item={sampleConnection} onRenew={() => Promise.resolve()} />
      </OriginPolicyProvider>
    </ClockProvider>,
  )
  await expect.element(screen.getByText(/works for another 10 min/)).toBeVisible()

  clock.advance(570_000)
  await expect.element(screen.getByText(/works for another 30\.0 s/)).toBeVisible()
  clock.advance(30_000)

  await expect.element(screen.getByText('This link has expired.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Connect to your account' }).query()).toBeNull()
})
