import type { FaultSettings } from '@threadwork/mocks'
import { describe, expect, test } from 'vitest'
import { approve, countPosts, onPage, patience, reachPhase, readingOf } from './conversation-page.ts'
import { switchFaults } from './switch-faults.ts'
import { mockWorld, type Visit } from './worlds.ts'

const refund = 'Order A-1042 arrived broken. Can I get my money back?'

/** Plays the refund to its end and returns how the conversation reads. */
const playRefund = async ({ page }: Visit): Promise<readonly string[]> => {
  const { approval, begin, message } = onPage(page)
  await begin(refund)
  await approve(approval('Create refund'))
  await message('Done: € 90.50').waitFor()
  await reachPhase(page, 'idle')
  return readingOf(page)
}

const faults: readonly (readonly [string, Partial<FaultSettings>])[] = [
  ['after its first event', { drop: 1 }],
  ['after its third event', { drop: 3 }],
  ['inside its third event', { isCut: true }],
  ['nowhere, but says everything twice', { isDuplicated: true }],
  ['nowhere, but lets every two events change places', { isReordered: true }],
]

describe('a stream of the mock that breaks', () => {
  test.each(faults)('%s: the conversation comes out as if it had not', async (_where, settings) => {
    const visit = await mockWorld.enter()
    const posts = countPosts(visit.page, /\/messages$/)
    const whole = await playRefund(visit)
    await switchFaults(visit.page, settings)

    const broken = await playRefund(visit)

    expect(broken).toEqual(whole)
    expect(whole).toHaveLength(5)
    expect(posts()).toBe(2)
    await switchFaults(visit.page, {})
    await visit.page.reload()
    await onPage(visit.page).message('Done: € 90.50').waitFor()
    // The last message may stand before the cards above it are drawn.
    await expect.poll(() => readingOf(visit.page), patience).toEqual(whole)
  })
})
