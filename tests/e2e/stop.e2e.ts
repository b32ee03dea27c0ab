import { expect, test } from 'vitest'
import { onPage, reachPhase } from './conversation-page.ts'
import { mockWorld } from './worlds.ts'

test('Stop still stops after a reload, and is named for what it does', async () => {
  const { page } = await mockWorld.enter({ pace: 1 })
  const { begin, button, message } = onPage(page)
  await begin('Think it over slowly')
  await reachPhase(page, 'ai-running')
  await page.reload()
  await reachPhase(page, 'ai-running')

  await button('Stop listening').click()
  await page.getByText('You stopped listening').first().waitFor()

  expect(await button('Stop listening').count()).toBe(0)

  await button('Listen again').click()
  await message('what is fair').waitFor()
})
