import type { FormItem, Item, MessageItem, SkillItem, WorkflowItem } from '@threadwork/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ThreadRow } from './row-parts.ts'
import { createThreadRows } from './thread-rows.ts'
import { waitingIn } from './waiting-cards.ts'

const seed = Number(process.env['SEED'] ?? Date.now())
const noon = new Date(2026, 10, 21, 12).getTime()
const day = 86_400_000

type Kind = 'message' | 'skill' | 'form' | 'workflow' | 'approval'

const item = (kind: Kind, key: string, at: number | null = noon): Item => {
  const shared = { id: key, key, runId: null, at, submission: null }
  // Only the fields that the rows read.
  switch (kind) {
    case 'message':
      return { ...shared, kind, role: 'agent', status: 'complete' } as unknown as MessageItem
    case 'skill':
      return { ...shared, kind, status: 'completed' } as unknown as SkillItem
    case 'form':
      return { ...shared, kind, status: 'awaiting', workflowId: 'w', stepId: 's' } as unknown as FormItem
    case 'workflow':
      return {
        ...shared,
        kind,
        workflowId: 'w',
        steps: [{ stepId: 's', message: 'Step' }],
      } as unknown as WorkflowItem
    case 'approval':
      return { ...shared, kind, status: 'awaiting' } as unknown as Item
  }
}

const kind = fc.constantFrom<Kind>('message', 'message', 'skill', 'skill', 'form', 'workflow', 'approval')
const time = fc.option(
  fc.nat(3).map((days) => noon + days * day),
  { freq: 6 },
)
const drawn = fc.record({ kind, at: time })

// A workflow tells the forms far from it where they stand.
const loose = drawn.filter((entry) => entry.kind !== 'workflow')

/** What can happen to a conversation's items between two looks at it. */
const edit = fc.oneof(
  fc.record({ type: fc.constant('append' as const), drawn }),
  fc.record({ type: fc.constant('prepend' as const), list: fc.array(drawn, { maxLength: 4 }) }),
  fc.record({ type: fc.constant('change' as const), at: fc.nat() }),
  fc.record({ type: fc.constant('insert' as const), at: fc.nat(), drawn }),
  fc.record({ type: fc.constant('remove' as const), at: fc.nat() }),
)
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never

let keys = 0
const make = ({ kind: of, at }: { readonly kind: Kind; readonly at: number | null }): Item =>
  item(of, `i${(keys += 1)}`, at)

const apply = (items: readonly Item[], change: Edit): readonly Item[] => {
  switch (change.type) {
    case 'append':
      return [...items, make(change.drawn)]
    case 'prepend':
      return [...change.list.map(make), ...items]
    case 'insert':
      return items.toSpliced(change.at % (items.length + 1), 0, make(change.drawn))
    case 'remove':
      return items.length === 0 ? items : items.toSpliced(change.at % items.length, 1)
    case 'change': {
      const at = change.at % Math.max(1, items.length)
      return items.map((entry, index) => (index === at ? { ...entry } : entry))
    }
  }
}

const itemsOf = (row: ThreadRow): readonly Item[] => (row.type === 'skills' ? row.items : [row.item])
const shownBy = (rows: readonly ThreadRow[]): readonly unknown[] =>
  rows.map((row) => ({ ...row, key: null, id: null }))

test('shows each item once and in order, and no two groups of skills of a day side by side', () => {
  fc.assert(
    fc.property(fc.array(drawn), (list) => {
      const items = list.map(make)

      const { rows } = createThreadRows()(items)

      expect(rows.flatMap(itemsOf)).toEqual(items)
      const isSplit = rows.some((row, at) => {
        const next = rows[at + 1]
        return row.type === 'skills' && next?.type === 'skills' && next.startsDay === null
      })
      expect(isSplit).toBe(false)
    }),
    { seed },
  )
})

test('parts a list that changed as it parts that list from anew', () => {
  fc.assert(
    fc.property(fc.array(drawn), fc.array(edit, { maxLength: 12 }), (list, edits) => {
      const rowsOf = createThreadRows()
      let items = list.map(make)
      rowsOf(items)

      for (const change of edits) {
        items = [...apply(items, change)]
        const { rows, waiting } = rowsOf(items)

        const fresh = createThreadRows()(items)
        expect(shownBy(rows)).toEqual(shownBy(fresh.rows))
        expect(waiting).toEqual(waitingIn(fresh.rows))
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
      }
    }),
    { seed },
  )
})

test('gives back the very rows of before where nothing changed', () => {
  fc.assert(
    fc.property(fc.array(loose, { minLength: 1 }), fc.nat(), (list, at) => {
      const rowsOf = createThreadRows()
      const items = list.map(make)
      const before = rowsOf(items).rows

      const after = rowsOf(apply(items, { type: 'change', at })).rows

      expect(after.filter((row, index) => row !== before[index])).toHaveLength(1)
    }),
    { seed },
  )
})

test('keeps rows, keys and numbers while older items come to stand before them', () => {
  fc.assert(
    fc.property(fc.array(loose), fc.array(loose), (older, list) => {
      const rowsOf = createThreadRows()
      const items = list.map((entry) => make({ ...entry, at: entry.at ?? noon }))
      const before = rowsOf(items).rows

      const after = rowsOf([...older.map(make), ...items]).rows

      // The first may have joined a group, or follow up, or no longer begin its day.
      const names = new Set(after.map(({ key, id }) => `${key} ${id}`))
      expect(before.filter(({ key, id }) => !names.has(`${key} ${id}`))).toEqual([])
      expect(after.slice(after.length - before.length + 1)).toEqual(before.slice(1))
    }),
    { seed },
  )
})

test('says an agent’s name once for messages that follow each other', () => {
  const items = (['message', 'message', 'skill', 'message'] as const).map((of, at) => item(of, `k${at}`))

  const { rows } = createThreadRows()([...items, item('message', 'next', noon + day)])

  expect(rows.map((row) => row.type === 'item' && row.isFollowUp)).toEqual([false, true, false, false, false])
})

test('says of a form which step of its workflow it is, also when the workflow comes later', () => {
  const rowsOf = createThreadRows()
  const form = item('form', 'f')
  rowsOf([form, item('message', 'm')])

  const { rows } = rowsOf([form, item('message', 'm'), item('workflow', 'w')])

  expect(rows[0]).toMatchObject({ position: { step: 1, steps: 1 } })
})
