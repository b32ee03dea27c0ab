import type { Item, Phase } from './items.ts'
import { phaseOf, phaseOfItem, phaseOrder } from './phase.ts'

/** One rule of the phase: whether it holds, and the items that make it hold. */
export interface PhaseRule {
  readonly phase: Phase
  readonly holds: boolean
  readonly items: readonly Item[]
}

/** Why the phase is what it is. */
export interface PhaseExplanation {
  readonly phase: Phase
  /** In the order in which they are asked; the first that holds decides. The last, `idle`, always holds. */
  readonly rules: readonly PhaseRule[]
}

/** Explains what `phaseOf` says of the same items and the same turn. */
export const explainPhase = (live: readonly Item[], isTurnOpen: boolean): PhaseExplanation => {
  const asked = phaseOrder.map((phase): PhaseRule => {
    const items = live.filter((item) => phaseOfItem(item, isTurnOpen) === phase)
    return { phase, holds: items.length > 0, items }
  })
  return {
    phase: phaseOf(live, isTurnOpen),
    rules: [
      ...asked,
      { phase: 'ai-running', holds: isTurnOpen, items: [] },
      { phase: 'idle', holds: true, items: [] },
    ],
  }
}
