import type { EffectAnswer, EffectRecord, RunRecord } from '../store/run-records.ts'
import { alarmIdOf } from './apply-input.ts'
import { markSent, mostSends, unknowable } from './journal.ts'
import { performEffect } from './perform-effect.ts'
import type { RunnerPorts } from './run-ports.ts'

/** Sends journaled effects and hands over their answers. */
export interface Sender {
  /**
   * Notes what a run asked for as sent, inside an open transaction; it is sent when that is kept. `taken-up`: also what was
   * sent before and is not under way, once more at most.
   */
  send(record: RunRecord, which: 'new' | 'taken-up'): void
  /** Aborts effects that nobody waits for. */
  abort(keys: readonly string[]): void
  /** Aborts everything; answers that come after that are not handed over. */
  close(): void
}

/** What a sender tells. */
export interface SenderEvents {
  readonly onAnswer: (effect: EffectRecord, answer: EffectAnswer) => void
  readonly onTimed: (alarmId: string, dueAt: number) => void
}

/** `onAnswer` may throw: that is reported. */
export function createSender(ports: RunnerPorts, events: SenderEvents): Sender {
  const flights = new Map<string, AbortController>()
  let isClosed = false
  const launch = (record: RunRecord, row: EffectRecord): void => {
    if (isClosed) return
    const flight = new AbortController()
    flights.set(row.id, flight)
    const land = (answer: EffectAnswer): void => {
      if (flights.get(row.id) === flight) flights.delete(row.id)
      if (!isClosed) events.onAnswer(row, answer)
    }
    performEffect(ports, record, row.effect, flight.signal).then(land).catch(ports.reportDefect)
  }
  return {
    send: (record, which) => {
      const open = record.openEffects.flatMap((key) => ports.store.get('effects', key) ?? [])
      const due = open.filter(
        (row) => row.status === 'pending' || (which === 'taken-up' && !flights.has(row.id)),
      )
      for (const row of due) {
        if (row.sends >= mostSends) {
          const error = unknowable(row.effect, nameOf(record, row))
          ports.unit.afterKept(() => events.onAnswer(row, { type: 'failed', error }))
        } else {
          note(ports, row, events.onTimed)
          ports.unit.afterKept(() => launch(record, row))
        }
      }
    },
    abort: (keys) => {
      for (const key of keys) {
        flights.get(key)?.abort()
        flights.delete(key)
      }
    },
    close: () => {
      isClosed = true
      for (const flight of flights.values()) flight.abort()
      flights.clear()
    },
  }
}

// An action's time runs from its sending: neither the wait for a slot nor a stopped server uses it up.
function note(
  { store, clock, unit }: RunnerPorts,
  row: EffectRecord,
  onTimed: SenderEvents['onTimed'],
): void {
  markSent(store, row)
  const alarm = store.get('alarms', alarmIdOf(row.parent, row.effect))
  if (!alarm) return
  const dueAt = clock.now() + (alarm.dueAt - alarm.at)
  unit.afterKept(() => onTimed(alarm.id, dueAt))
}

function nameOf({ run }: RunRecord, { effect }: EffectRecord): string {
  const step = run.steps.find((candidate) => candidate.id === effect.stepId)
  const node = run.workflow.nodes.find((candidate) => candidate.id === step?.nodeId)
  return node?.name ?? effect.stepId
}
