import type { RunInput } from '@threadwork/engine'
import type { EffectAnswer, EffectRecord, RunRecord } from '../store/run-records.ts'
import { type Alarms, createAlarms } from './alarms.ts'
import { type Applied, alarmIdOf, applyInput, withSlot } from './apply-input.ts'
import { markAnswered } from './journal.ts'
import { inputOf } from './perform-effect.ts'
import type { RunnerPorts } from './run-ports.ts'
import { type Sender, createSender } from './sender.ts'
import { type Slots, createSlots } from './slots.ts'

/** What moves runs on: inputs in, effects out, slots and alarms between. */
export interface Driver {
  /** Begins a new run at once where a slot is free, and keeps it in the queue where none is. */
  begin(make: () => RunRecord): RunRecord
  /** Gives a run an input; inside an open transaction. What follows outside of it follows when it is kept. */
  give(record: RunRecord, input: RunInput): RunRecord
  /** Gives the free slots of a team to whoever waits. */
  grant(teamId: string): void
  grantAll(): void
  /** Forgets a run that was taken away. */
  drop(record: RunRecord): void
  resume(): void
  close(): void
}

/** `onApplied` hears inside the transaction, `onKept` when it is kept. */
export interface DriverEvents {
  readonly onApplied: (applied: Applied) => void
  readonly onKept: (applied: Applied) => void
}

interface Parts {
  readonly ports: RunnerPorts
  readonly slots: Slots
  readonly alarms: Alarms
  readonly sender: Sender
}

export function createDriver(ports: RunnerPorts, events: DriverEvents): Driver {
  const { store, unit } = ports
  const slots = createSlots(ports.limitsOf)
  const takeTurn = (): number => slots.takeTurn()
  let isClosed = false
  const alarms = createAlarms(ports.clock, (alarmId) => guarded(() => fire(alarmId)))
  const sender = createSender(ports, {
    onAnswer: (row, answer) => unit.run(() => answerEffect(row, answer)),
    onTimed: (alarmId, dueAt) => alarms.arm(alarmId, dueAt),
  })
  const parts: Parts = { ports, slots, alarms, sender }
  const guarded = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      ports.reportDefect(error)
    }
  }
  const give = (record: RunRecord, input: RunInput): RunRecord => {
    const applied = applyInput({ ...ports, takeTurn }, record, input)
    events.onApplied(applied)
    unit.afterKept(() => {
      settle(parts, applied)
      events.onKept(applied)
    })
    if (applied.record.slot === 'held') sender.send(applied.record, 'new')
    unit.afterKept(() => grant(applied.record.teamId))
    return applied.record
  }
  const answerEffect = (row: EffectRecord, answer: EffectAnswer): void => {
    const record = store.get('runs', row.parent)
    const input = inputOf(row.effect, answer)
    if (!record || !input || !markAnswered(store, row.id, answer)) return
    // It may be under way still, when its time is used up.
    unit.afterKept(() => sender.abort([row.id]))
    give({ ...record, openEffects: record.openEffects.filter((key) => key !== row.id) }, input)
  }
  const fire = (alarmId: string): void => {
    const runId = budgetRun(alarmId)
    if (runId !== null) return unit.run(() => exhaust(runId))
    unit.run(() => {
      const alarm = store.get('alarms', alarmId)
      const record = alarm && store.get('runs', alarm.parent)
      if (!alarm || !record) return
      store.remove('alarms', alarmId)
      give(record, { type: 'wake', stepId: alarm.stepId, attempt: alarm.attempt })
    })
  }
  // The run fails by what it waits for: it would use up its time without ever coming to its next node.
  const exhaust = (runId: string): void => {
    const record = store.get('runs', runId)
    if (!record || activeLeft(record, ports.clock.now()) !== 0) return
    const error = overBudget(record)
    for (const row of record.openEffects.flatMap((key) => store.get('effects', key) ?? [])) {
      answerEffect(row, { type: 'failed', error })
    }
  }
  const admit = (record: RunRecord): RunRecord => {
    const held = holding(record, ports.clock.now())
    if (held.run.status === 'queued') return give(held, { type: 'start' })
    store.put('runs', held)
    unit.afterKept(() => watchBudget(parts, held))
    sender.send(held, 'taken-up')
    return held
  }
  const enqueue = (record: RunRecord): RunRecord => {
    const queued = withSlot(record, takeTurn)
    store.put('runs', queued)
    unit.afterKept(() => {
      slots.note(queued)
      grant(queued.teamId)
    })
    return queued
  }
  const grantOne = (runId: string): void => {
    const kept = unit.run(() => {
      const record = store.get('runs', runId)
      return record?.slot === 'queued' ? admit(record) : record
    })
    if (kept) slots.note(kept)
    else slots.forget(runId)
  }
  const grant = (teamId: string): void => {
    const next = (): string | null => (isClosed ? null : slots.next(teamId))
    for (let runId = next(); runId !== null; runId = next()) {
      try {
        grantOne(runId)
      } catch (error) {
        // It stays queued in the store, and is taken up at the next start: to try again here would never end.
        slots.forget(runId)
        ports.reportDefect(error)
      }
    }
    explain(parts, teamId)
  }
  const grantAll = (): void => slots.waitingTeams().forEach(grant)
  return {
    give,
    grant,
    grantAll,
    begin: (make) => {
      // Runs that are begun in one transaction do not see each other's slots before it is kept.
      const isAlone = !unit.isOpen()
      const begun = unit.run(() => {
        const record = make()
        if (record.slot !== 'none' || record.run.status !== 'queued') return record
        return isAlone && slots.isFree(record) ? admit(record) : enqueue(record)
      })
      if (isAlone) slots.note(begun)
      return begun
    },
    drop: (record) => {
      slots.forget(record.id)
      alarms.disarm(record.id + budgetMark)
      sender.abort(record.openEffects)
      grant(record.teamId)
    },
    resume: () => {
      unit.run(() => takeUp(parts))
      grantAll()
    },
    close: () => {
      isClosed = true
      alarms.stop()
      sender.close()
    },
  }
}

function settle(
  { ports, slots, alarms, sender }: Parts,
  { record, armed, disarmed, dropped }: Applied,
): void {
  slots.note(record)
  watchBudget({ ports, alarms }, record)
  disarmed.forEach((alarmId) => alarms.disarm(alarmId))
  armed.forEach((alarm) => alarms.arm(alarm.id, alarm.dueAt))
  sender.abort(dropped)
}

const budgetMark = ':budget'

const budgetRun = (alarmId: string): string | null =>
  alarmId.endsWith(budgetMark) ? alarmId.slice(0, -budgetMark.length) : null

function watchBudget({ ports, alarms }: Pick<Parts, 'ports' | 'alarms'>, record: RunRecord): void {
  const now = ports.clock.now()
  const left = record.slot === 'held' ? activeLeft(record, now) : null
  if (left === null) alarms.disarm(record.id + budgetMark)
  else alarms.arm(record.id + budgetMark, now + left)
}

/** The milliseconds that a run may still be active; `null` while it is not. */
function activeLeft({ run }: RunRecord, now: number): number | null {
  if (run.status !== 'running' || run.activeSince === null) return null
  return Math.max(0, run.workflow.settings.budget.activeMs - run.activeMs - (now - run.activeSince))
}

const overBudget = ({ run }: RunRecord): string =>
  `The run was active for ${run.workflow.settings.budget.activeMs / 1000} s, which is all that its budget of active time allows. Make its steps quicker, or raise the budget.`

// Active time is time with a slot: neither the wait for one nor a stopped server counts.
const holding = (record: RunRecord, now: number): RunRecord => ({
  ...record,
  slot: 'held',
  label: 'held',
  turn: null,
  queuedBecause: null,
  run: { ...record.run, activeSince: record.run.activeSince === null ? null : now },
})

function explain({ ports, slots }: Parts, teamId: string): void {
  const reasons = slots.unexplained(teamId)
  if (reasons.length === 0) return
  const told = ports.unit.run(() =>
    reasons.flatMap(({ runId, because }) => {
      const record = ports.store.get('runs', runId)
      if (record?.slot !== 'queued') return []
      const explained = { ...record, queuedBecause: because }
      ports.store.put('runs', explained)
      return [explained]
    }),
  )
  told.forEach((record) => slots.note(record))
}

// In an open transaction. A run that had a slot has it again, whatever the limits are now.
function takeUp({ ports, slots, alarms, sender }: Parts): void {
  const { store, unit } = ports
  const held = store.listLabelled('runs', 'held').map((record) => holding(record, ports.clock.now()))
  const queued = store.listLabelled('runs', 'queued').toSorted((a, b) => (a.turn ?? 0) - (b.turn ?? 0))
  held.filter((record) => record.run.activeSince !== null).forEach((record) => store.put('runs', record))
  const timed = new Set(store.listLabelled('effects', 'open').map((row) => alarmIdOf(row.parent, row.effect)))
  unit.afterKept(() => {
    for (const record of [...held, ...queued]) slots.note(record)
    for (const record of held) watchBudget({ ports, alarms }, record)
    for (const alarm of store.list('alarms', null))
      if (!timed.has(alarm.id)) alarms.arm(alarm.id, alarm.dueAt)
  })
  for (const record of held) sender.send(record, 'taken-up')
}
