import type { Effect, Run, Step } from '@threadwork/engine'
import type { EffectAnswer, EffectRecord } from '../store/run-records.ts'
import type { Store } from '../store/store.ts'

/** An effect that needs the world. */
export type WorldEffect = EffectRecord['effect']

/** How often an effect is sent at most: once, and once more when the process ended before the answer. */
export const mostSends = 2

/** Notes an effect that is to be sent. */
export function journal(store: Store, runId: string, effect: WorldEffect, now: number): void {
  store.put('effects', {
    id: effect.key,
    parent: runId,
    at: now,
    label: 'open',
    effect,
    status: 'pending',
    sends: 0,
    answer: null,
  })
}

/** Notes that an effect is about to be sent, before it is. */
export function markSent(store: Store, row: EffectRecord): void {
  store.put('effects', { ...row, status: 'sent', sends: row.sends + 1 })
}

/** Notes an answer; `false` when there was one before, and nothing changes. */
export function markAnswered(store: Store, key: string, answer: EffectAnswer): boolean {
  const row = store.get('effects', key)
  if (!row || row.status === 'answered') return false
  const { label: _, ...rest } = row
  store.put('effects', { ...rest, status: 'answered', answer })
  return true
}

/** Whether a run still waits for the answer of an attempt, or for its alarm. */
export function isAwaited(run: Run, awaited: { readonly stepId: string; readonly attempt: number }): boolean {
  const step = run.steps.find((candidate) => candidate.id === awaited.stepId)
  return step !== undefined && step.attempt === awaited.attempt && isOpen(step)
}

const isOpen = ({ status }: Step): boolean =>
  status === 'running' || status === 'asking' || status === 'sleeping' || status === 'choosing'

/** What cannot be known about an effect that was sent as often as it may be, and never answered. */
export function unknowable(effect: WorldEffect, name: string): string {
  if (effect.type === 'choose-edge') {
    return `The way on from “${name}” was asked for twice, and both times the server stopped before the answer. Retry the step.`
  }
  return `“${name}” was sent twice, and both times the server stopped before the answer: whether it took effect cannot be known. Look where it was sent to, then retry the step or cancel the run.`
}

/** Whether an effect needs the world, and so the journal. */
export const isWorldEffect = (effect: Effect): effect is WorldEffect =>
  effect.type === 'perform' || effect.type === 'choose-edge'
