import { expect, test } from 'vitest'
import { createScrollDriver } from './scroll-driver.ts'
import { createThreadRows } from './thread-rows.ts'
import { createVirtualRows } from './virtual-rows.ts'

const itemsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'message' as const,
    id: `m${index}`,
    key: `m${index}`,
    runId: null,
    at: null,
    role: 'agent' as const,
    messageId: null,
    text: 'A line.',
    status: 'complete' as const,
    submission: null,
  }))

const openList = (margin: number | null) => {
  const shifts: number[] = []
  const driver = { ...createScrollDriver(), shift: (by: number) => void shifts.push(by) }
  const list = createVirtualRows(
    { heights: new Map(), view: 400, margin, top: null },
    { scroller: () => null, driver, redraw: () => undefined, pinned: () => [] },
  )
  list.take(createThreadRows()(itemsOf(300)).rows, null)
  return { list, shifts }
}

test('moves nobody for what stood above the rows before it was measured', () => {
  const { list, shifts } = openList(null)

  list.setMargin(69)
  list.setMargin(99)

  expect(shifts).toEqual([30])
})

test('keeps the reader in place when what stands above a thread that became virtual changes', () => {
  const { list, shifts } = openList(69)

  list.setMargin(20)

  expect(shifts).toEqual([-49])
})
