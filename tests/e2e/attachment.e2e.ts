import { describe, expect, test } from 'vitest'
import { onPage, reachPhase } from './conversation-page.ts'
import { worlds } from './worlds.ts'

// One red point, as a PNG of 70 bytes.
const point = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

describe.each(worlds)('a file against the $name', (world) => {
  test('is attached, sent, spoken of, and still on its message after a reload (W74)', async () => {
    const { page } = await world.enter()
    const { begin, composer, message, say } = onPage(page)
    await begin('help')
    await reachPhase(page, 'idle')

    await page
      .locator('.twk-composer input[type=file]')
      .setInputFiles({ name: 'lamp.png', mimeType: 'image/png', buffer: point })
    await page.getByText('1 file attached, 70 bytes.').waitFor({ state: 'attached' })
    // The page's own policy lets its own bytes be seen, and nothing else.
    await expect
      .poll(() => page.locator('.twk-file img').evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(1)
    await say('What can you do?')
    await message('lamp.png').first().waitFor()
    await message('Thank you for the picture').waitFor()
    await reachPhase(page, 'idle')
    await page.reload()
    await composer.waitFor()

    const sent = page.getByRole('list', { name: 'Files' })
    await sent.getByText('lamp.png').waitFor()
    expect(await sent.count()).toBe(1)
  })
})
