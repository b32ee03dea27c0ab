import { describe, expect, test } from 'vitest'
import { approve, countPosts, onPage, reachPhase, timelineOf, patience } from './conversation-page.ts'
import { worlds } from './worlds.ts'

// Until the history acknowledges it, a message of one's own has only the id that this browser gave it.
const acknowledged = (timeline: readonly string[]): readonly string[] =>
  timeline.filter((line) => !line.startsWith('message user'))

const refund = 'Order A-1042 arrived broken. Can I get my money back?'

describe.each(worlds)('the walk-through against the $name', (world) => {
  test('sends, sees a skill and a message, approves, reads the reply, and reloads into the same conversation (W72)', async () => {
    const { page } = await world.enter({ pace: 1 })
    const { item, approval, message, begin, typing } = onPage(page)
    const approvals = countPosts(page, /\/skill_approval\//)

    await begin(refund)
    await item('skill', 'Look up order').waitFor()
    await message('30-day policy').waitFor()
    await approval('Create refund').waitFor()
    await reachPhase(page, 'awaiting-approval')
    const parked = await timelineOf(page)
    await page.reload()
    await approval('Create refund').waitFor()

    expect(acknowledged(await timelineOf(page))).toEqual(acknowledged(parked))
    expect(parked).toHaveLength(4)

    await approve(approval('Create refund'))
    await typing.waitFor()
    await page.reload()
    await message('Done: € 90.50').waitFor()
    await reachPhase(page, 'idle')
    const lived = await timelineOf(page)
    await page.reload()
    await message('Done: € 90.50').waitFor()
    await reachPhase(page, 'idle')

    // The last message may stand before the cards above it are drawn.
    await expect.poll(() => timelineOf(page), patience).toEqual(lived)
    expect(lived).toHaveLength(5)
    expect(approvals()).toBe(1)
  })

  test('rebuilds a conversation that was never reloaded as it was lived', async () => {
    const { page } = await world.enter()
    const { approval, message, begin } = onPage(page)

    await begin(refund)
    await approve(approval('Create refund'))
    await message('Done: € 90.50').waitFor()
    await reachPhase(page, 'idle')
    const lived = await timelineOf(page)
    await page.reload()
    await message('Done: € 90.50').waitFor()
    await reachPhase(page, 'idle')

    // The last message may stand before the cards above it are drawn.
    await expect.poll(() => timelineOf(page), patience).toEqual(lived)
  })
})
