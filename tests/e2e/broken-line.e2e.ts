import { describe, expect, test } from 'vitest'
import { approve, countPosts, onPage, reachPhase, readingOf } from './conversation-page.ts'
import { serverWorld, type Visit } from './worlds.ts'

const refund = 'Order A-1042 arrived broken. Can I get my money back?'

const moments: readonly (readonly [string, (visit: Visit) => Promise<unknown>])[] = [
  ['before anything was said', ({ page }) => onPage(page).typing.waitFor()],
  ['while a skill runs', ({ page }) => onPage(page).item('skill', 'Look up order').waitFor()],
  ['while an approval waits', ({ page }) => onPage(page).approval('Create refund').waitFor()],
]

describe('a line to the server that goes away', () => {
  test.each(moments)('%s: the conversation comes out as if it had not', async (_when, isReached) => {
    const visit = await serverWorld.enter()
    const { context, page, trouble } = visit
    const { approval, begin, message } = onPage(page)
    const posts = countPosts(page, /\/messages$/)
    trouble.expect(/net::ERR_/)

    await begin(refund)
    await isReached(visit)
    await context.setOffline(true)
    await page.getByText('You are offline').waitFor()
    await context.setOffline(false)
    await approve(approval('Create refund'))
    await message('Done: € 90.50').waitFor()
    await reachPhase(page, 'idle')
    const lived = await readingOf(page)
    await page.reload()
    await message('Done: € 90.50').waitFor()
    await reachPhase(page, 'idle')

    expect(posts()).toBe(1)
    expect(lived).toHaveLength(5)
    expect(await readingOf(page)).toEqual(lived)
  })
})
