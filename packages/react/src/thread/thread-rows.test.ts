import type { Item, MessageItem, SkillItem } from '@threadwork/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { threadRows } from './thread-rows.ts'

const seed = Number(process.env['SEED'] ?? Date.now())
const noon = new Date(2026, 10, 21, 12).getTime()

const item = (kind: 'message' | 'skill', key: string, at: number | null = noon): Item => {
  const shared = { id: key, key, runId: null, at }
  // Only the fields that the rows read.
  return kind === 'skill'
    ? ({ ...shared, kind, status: 'completed' } as unknown as SkillItem)
    : ({ ...shared, kind, role: 'agent', status: 'complete' } as unknown as MessageItem)
}

const items = fc
  .array(fc.record({ kind: fc.constantFrom('message' as const, 'skill' as const), day: fc.nat(3) }))
  .map((list) => {
    const days = list.map(({ day }) => day).toSorted((left, right) => left - right)
    return list.map(({ kind }, index) => item(kind, `i${index}`, noon + (days[index] ?? 0) * 86_400_000))
  })

test('shows each item once and in order, and no two groups of skills side by side', () => {
  fc.assert(
    fc.property(items, (list) => {
      const rows = threadRows(list, [])

      const shown = rows.flatMap((row): readonly Item[] =>
        row.type === 'skills' ? row.items : row.type === 'item' ? [row.item] : [],
      )
      expect(shown).toEqual(list)
      expect(rows.some((row, at) => row.type === 'skills' && rows[at + 1]?.type === 'skills')).toBe(false)
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    }),
    { seed },
  )
})

test('gives back the very rows of before where nothing changed', () => {
  fc.assert(
    fc.property(items, fc.nat(), (list, pick) => {
      const before = threadRows(list, [])
      const at = list.length === 0 ? -1 : pick % list.length
      const changed = list.map((entry, index) => (index === at ? { ...entry } : entry))

      const after = threadRows([...changed], before)

      const touched = after.filter((row, index) => row !== before[index])
      expect(touched).toHaveLength(at < 0 ? 0 : 1)
    }),
    { seed },
  )
})

test('says an agent’s name once for messages that follow each other', () => {
  const rows = threadRows(
    [item('message', 'a'), item('message', 'b'), item('skill', 's'), item('message', 'c')],
    [],
  )

  expect(rows.map((row) => row.type === 'item' && row.isFollowUp)).toEqual([false, false, true, false, false])
})
