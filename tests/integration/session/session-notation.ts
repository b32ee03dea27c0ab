import type { Fact, ReadResult } from '@threadwork/core'
import { parseHistoryMessage, parseSseEvent } from '@threadwork/testing'

const must = <Value>(value: Value | null): Value => {
  if (value === null)
    throw new Error('A line of this test is not in the notation of the scenarios. Mend the line.')
  return value
}

/** Live events, a line of the scenarios' notation each. */
export const events = (...lines: readonly string[]): readonly Fact[] =>
  lines.flatMap((line) => {
    const step = must(parseSseEvent(line))
    return step.type === 'heard' ? [step.fact] : []
  })

/** Messages of the history, a line each. */
export const history = (...lines: readonly string[]): readonly Fact[] =>
  lines.map((line) => must(parseHistoryMessage(line)))

/** What the backend says of the conversation, so many seconds after noon. */
export const state = (word: 'idle' | 'ai-running', seconds: number): Fact => ({
  type: 'backend-state',
  state: word,
  at: Date.UTC(2026, 0, 1, 12, 0, seconds),
})

/** A read that brought all of it. */
export const readOf = (...facts: readonly Fact[]): ReadResult => ({
  status: 'read',
  facts,
  isExpired: false,
  problems: [],
})
