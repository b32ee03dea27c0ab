import type { Action, Effect, JsonObject, RunInput } from '@threadwork/engine'
import type { BackendClock } from '../clock.ts'
import type { MakeId } from '../ids.ts'
import type { PerformContext, Performed, Performers } from '../perform/perform.ts'
import type { Mask } from '../secrets/mask.ts'
import type { EffectAnswer, RunRecord } from '../store/run-records.ts'
import type { Store } from '../store/store.ts'
import type { UnitOfWork } from '../store/unit-of-work.ts'
import type { Kernel } from './kernel.ts'

/** The actions that change or read nothing but the store: performed inside the transaction that asks for them, once. */
export type LocalAction = 'conversation' | 'end-conversation' | 'run-fetch'

/** Performs a local action. It throws for a defect only, and then nothing of the transition is kept. */
export type LocalPerformers = {
  readonly [Type in LocalAction]: (
    action: Extract<Action, { readonly type: Type }>,
    record: RunRecord,
  ) => Performed
}

/** Performs everything else, under a key. */
export type WorldPerformers = Omit<Performers, LocalAction>

/** Judges which edge is followed, in the words of the conversation. */
export type ChooseEdge = (
  effect: Extract<Effect, { readonly type: 'choose-edge' }>,
  context: PerformContext,
) => Promise<Extract<EffectAnswer, { readonly type: 'chosen' | 'failed' }>>

/** The most runs at once of a team, and of one workflow; 0 for the workflow means the team's. */
export interface Limits {
  readonly team: number
  readonly workflow: number
}

/** What a runner works with. */
export interface RunnerPorts {
  readonly kernel: Kernel
  readonly store: Store
  readonly unit: UnitOfWork
  readonly clock: BackendClock
  /** Numbers in [0, 1). */
  readonly random: () => number
  readonly makeId: MakeId
  readonly local: LocalPerformers
  readonly performers: WorldPerformers
  readonly chooseEdge: ChooseEdge
  readonly limitsOf: (teamId: string, workflowId: string) => Limits
  /** What a run can read beside its own when it takes an input: `conversation`, `contact`, `session`, `message`. */
  readonly worldOf: (record: RunRecord, input: RunInput) => JsonObject
  /** Takes the values of a team's secrets out of what the world answered, before it is kept. */
  readonly maskOf: (teamId: string) => Promise<Mask>
  readonly reportDefect: (error: unknown) => void
}
