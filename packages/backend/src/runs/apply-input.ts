import type { Effect, Moment, Run, RunEvent, RunInput } from '@threadwork/engine'
import type { AlarmRecord, RunRecord } from '../store/run-records.ts'
import { isAwaited, isWorldEffect, journal, markAnswered } from './journal.ts'
import { inputOf, isLocal, performLocal } from './perform-effect.ts'
import type { RunnerPorts } from './run-ports.ts'

/** What followed from an input, all of it kept in the transaction that is open. */
export interface Applied {
  readonly record: RunRecord
  readonly events: readonly RunEvent[]
  /** Alarms that fire whatever happens; those of effects are armed when the effect is sent. */
  readonly armed: readonly AlarmRecord[]
  /** The ids of alarms, and the keys of effects, that nobody waits for any more. */
  readonly disarmed: readonly string[]
  readonly dropped: readonly string[]
}

/** What a transition needs of its host. */
export type ApplyPorts = Pick<RunnerPorts, 'kernel' | 'store' | 'clock' | 'random' | 'local' | 'worldOf'> & {
  readonly takeTurn: () => number
}

/**
 * Gives a run an input inside an open transaction and keeps what follows: the run, its journal and its alarms. Local
 * actions are performed at once, and their answers are inputs of the same transaction.
 */
export function applyInput(ports: ApplyPorts, from: RunRecord, first: RunInput): Applied {
  const inputs: RunInput[] = [first]
  const effects: Effect[] = []
  let record = from
  for (let input = inputs.shift(); input; input = inputs.shift()) {
    const [run, asked] = ports.kernel.transition(record.run, input, momentOf(ports, record, input))
    record = { ...record, run }
    effects.push(...asked)
    inputs.push(...asked.flatMap((effect) => answerLocally(ports, record, effect)))
  }
  const dropped = dropEffects(ports, record)
  const openEffects = [
    ...record.openEffects.filter((key) => !dropped.includes(key)),
    ...open(ports, record, effects),
  ]
  const alarms = keepAlarms(ports, { ...record, openEffects }, effects)
  record = withSlot({ ...record, openEffects }, ports.takeTurn)
  ports.store.put('runs', record)
  return {
    record,
    dropped,
    ...alarms,
    events: effects.flatMap((effect) => (effect.type === 'emit' ? effect.event : [])),
  }
}

const momentOf = (ports: ApplyPorts, record: RunRecord, input: RunInput): Moment => ({
  now: ports.clock.now(),
  random: ports.random(),
  world: ports.worldOf(record, input),
})

function answerLocally(ports: ApplyPorts, record: RunRecord, effect: Effect): readonly RunInput[] {
  if (effect.type !== 'perform' || !isLocal(effect.action)) return []
  const performed = performLocal(ports.local, effect.action, record)
  return [inputOf(effect, performed)].filter((input) => input !== null)
}

// A step that is over waits for no answer: it was cancelled, took too long, or began anew.
function dropEffects({ store }: ApplyPorts, { run, openEffects }: RunRecord): readonly string[] {
  return openEffects.filter((key) => {
    const row = store.get('effects', key)
    if (row && isAwaited(run, row.effect)) return false
    markAnswered(store, key, { type: 'dropped' })
    return true
  })
}

function open(
  { store, clock }: ApplyPorts,
  { id, run }: RunRecord,
  effects: readonly Effect[],
): readonly string[] {
  const wanted = effects
    .filter(isWorldEffect)
    .filter((effect) => !(effect.type === 'perform' && isLocal(effect.action)) && isAwaited(run, effect))
  wanted.forEach((effect) => journal(store, id, effect, clock.now()))
  return wanted.map((effect) => effect.key)
}

function keepAlarms(
  { store, clock }: ApplyPorts,
  { id, run, openEffects }: RunRecord,
  effects: readonly Effect[],
): Pick<Applied, 'armed' | 'disarmed'> {
  const old = store.list('alarms', id).filter((alarm) => !isAwaited(run, alarm))
  old.forEach((alarm) => store.remove('alarms', alarm.id))
  const set = effects.flatMap((effect) =>
    effect.type === 'set-alarm' && isAwaited(run, effect) ? effect : [],
  )
  const made = set.map(({ stepId, attempt, at }): AlarmRecord => {
    const alarmId = alarmIdOf(id, { stepId, attempt })
    return { id: alarmId, parent: id, at: clock.now(), stepId, attempt, dueAt: at }
  })
  made.forEach((alarm) => store.put('alarms', alarm))
  const timed = new Set(openEffects.flatMap((key) => store.get('effects', key)?.effect ?? []).map(attemptOf))
  return {
    armed: made.filter((alarm) => !timed.has(attemptOf(alarm))),
    disarmed: old.map((alarm) => alarm.id),
  }
}

type Attempt = Readonly<Pick<AlarmRecord, 'stepId' | 'attempt'>>

const attemptOf = ({ stepId, attempt }: Attempt): string => `${stepId}:${attempt}`

/** The alarm of an attempt: there is one at most. */
export const alarmIdOf = (runId: string, attempt: Attempt): string => `${runId}:${attemptOf(attempt)}`

/** A run with the slot that it has or wants as it is now. */
export function withSlot(record: RunRecord, takeTurn: () => number): RunRecord {
  const { label: _, ...rest } = record
  const slot = slotOf(record.run, record.slot)
  if (slot !== 'queued') {
    return { ...rest, slot, turn: null, queuedBecause: null, ...(slot === 'held' ? { label: slot } : {}) }
  }
  return { ...rest, slot, label: slot, turn: record.turn ?? takeTurn() }
}

function slotOf(run: Run, before: RunRecord['slot']): RunRecord['slot'] {
  switch (run.status) {
    case 'queued':
    case 'running':
      return before === 'held' ? 'held' : 'queued'
    case 'waiting':
      return before === 'held' && run.workflow.settings.holdsSlotWhileWaiting ? 'held' : 'none'
    case 'failed':
    case 'completed':
    case 'cancelled':
      return 'none'
  }
}
