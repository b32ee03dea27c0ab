import type { EffectAnswer, EffectRecord, RunRecord } from '../store/run-records.ts'
import { alarmIdOf } from './apply-input.ts'
import { markSent, mostSends, unknowable } from './journal.ts'
import { performEffect } from './perform-effect.ts'
import type { RunnerPorts } from './run-ports.ts'

/** Sends journaled effects and hands over their answers. */
export interface Sender {
  /** Sends what a run asked for and is not under way, each noted as sent before it is. */
  drain(record: RunRecord): void
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
    const flight = new AbortController()
    flights.set(row.id, flight)
    const land = (answer: EffectAnswer): void => {
      if (flights.get(row.id) === flight) flights.delete(row.id)
      if (!isClosed) events.onAnswer(row, answer)
    }
    performEffect(ports, record, row.effect, flight.signal).then(land).catch(ports.reportDefect)
  }
  return {
    drain: (record) => {
      const rows = record.openEffects.flatMap((key) =>
        isClosed || flights.has(key) ? [] : (ports.store.get('effects', key) ?? []),
      )
      const due = rows.filter((row) => row.sends < mostSends)
      if (due.length > 0) ports.unit.run(() => due.forEach((row) => prepare(ports, row, events.onTimed)))
      due.forEach((row) => launch(record, row))
      for (const row of rows.filter((other) => other.sends >= mostSends)) {
        events.onAnswer(row, { type: 'failed', error: unknowable(row.effect, nameOf(record, row)) })
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
function prepare(ports: RunnerPorts, row: EffectRecord, onTimed: SenderEvents['onTimed']): void {
  markSent(ports.store, row)
  const alarm = ports.store.get('alarms', alarmIdOf(row.parent, row.effect))
  if (!alarm) return
  const now = ports.clock.now()
  const dueAt = now + (alarm.dueAt - alarm.at)
  ports.store.put('alarms', { ...alarm, at: now, dueAt })
  ports.unit.afterKept(() => onTimed(alarm.id, dueAt))
}

function nameOf({ run }: RunRecord, { effect }: EffectRecord): string {
  const step = run.steps.find((candidate) => candidate.id === effect.stepId)
  const node = run.workflow.nodes.find((candidate) => candidate.id === step?.nodeId)
  return node?.name ?? effect.stepId
}
