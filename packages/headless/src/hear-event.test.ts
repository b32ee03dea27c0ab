import { expect, test } from 'vitest'
import { hearEvent } from './hear-event.ts'

test('hears a fact, and nothing in a ping', () => {
  const data = { genie_run_id: 'r1', seq_num: 1, created_at: '2026-01-01T12:00:00Z' }

  expect(hearEvent('processing.started', data)).toMatchObject([
    { type: 'event', event: { type: 'turn-started', runId: 'r1', seq: 1 } },
  ])
  expect(hearEvent(null, { ...data, type: 'processing.finished' })).toMatchObject([
    { event: { type: 'turn-ended' } },
  ])
  expect(hearEvent('system.ping', {})).toEqual([])
})
