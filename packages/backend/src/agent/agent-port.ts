import type { WireName } from './scenarios/scenario.ts'

/** What a person wrote, and how it came. */
export interface Asked {
  readonly userId: string
  readonly text: string
  readonly wire: WireName
}

/** Answers messages by starting workflows: those whose triggers fire, those that a model calls, or those that it knows by heart. */
export interface Agent {
  /** Begins to answer in a turn that was just opened. */
  answer(turnId: string, asked: Asked): void
  /** Goes on in a turn all of whose runs are over, or whose model was still asked when the process died. */
  goOn(turnId: string): void
}
