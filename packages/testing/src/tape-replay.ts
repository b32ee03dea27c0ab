import type { Clock, ReadResult, Transport } from '@threadwork/core'
import { failureOf } from './scripted-failure.ts'
import type { ScriptStep } from './scripted-state.ts'
import { scriptedTransport } from './scripted-transport.ts'
import { decodeTape, type TapeEntry } from '@threadwork/core/inspect'

export interface ReplayOptions {
  readonly clock: Clock
  /** 2 plays twice as fast; 1 by default. */
  readonly speed?: number
}

const stepOf = (entry: TapeEntry, speed: number): readonly ScriptStep[] => {
  const at = entry.at / speed
  if (entry.type === 'facts') return [{ ...entry, at }]
  if (entry.type === 'link') return [{ ...entry, at }]
  return entry.type === 'report' ? [{ ...entry, at }] : []
}

const nothing: ReadResult = { status: 'read', facts: [], isExpired: false, problems: [] }

const refusal = {
  status: 'failed',
  failure: failureOf({
    reason: 'unsupported',
    message: 'This is a recording: it plays, and takes no commands.',
  }),
} as const

/**
 * A transport that brings what a tape holds, at the tape's own pace. Reads answer in their recorded order, the last one
 * for good; commands are refused. Throws a `SyntaxError` for what is not a tape.
 */
export const replayTape = (text: string, { clock, speed = 1 }: ReplayOptions): Transport => {
  const { head, entries } = decodeTape(text)
  const reads = entries.filter((entry) => entry.type === 'read').map(({ result }) => result)
  let next = 0
  return scriptedTransport({
    clock,
    capabilities: { ...head.capabilities, commands: [], idempotent: [] },
    steps: entries.flatMap((entry) => stepOf(entry, speed)),
    onSubmit: () => refusal,
    onRead: () => {
      const result = reads[Math.min(next, reads.length - 1)] ?? nothing
      next += 1
      return result
    },
  })
}
