import type { Fact, IntentId, MessageId, RunId, StepId } from '@threadwork/core'

/** What happens to the way to the backend in a scenario; it is never part of the timeline. */
export type ScenarioSignal = 'ping' | 'eof' | 'interrupted' | 'drop' | 'reconnected'

/** One step of a scenario, in our words. */
export type ScenarioStep =
  /** One fact, from the live stream or by itself. */
  | { readonly type: 'heard'; readonly fact: Fact }
  /** Brought by one recovery fetch, all at once. */
  | { readonly type: 'read'; readonly facts: readonly Fact[] }
  | { readonly type: 'signal'; readonly signal: ScenarioSignal }
  /** A message of this client that the history will call `messageId`; `null`: it never does. */
  | {
      readonly type: 'send'
      readonly intentId: IntentId
      readonly messageId: MessageId | null
      readonly runId: RunId | null
    }
  /** Text typed into the open form. */
  | { readonly type: 'type'; readonly text: string }
  | { readonly type: 'submit'; readonly stepId: StepId }

interface ScenarioBase {
  readonly id: string
  readonly title: string
  readonly steps: readonly ScenarioStep[]
}

export interface SseScenario extends ScenarioBase {
  readonly wire: 'sse'
  /** Whether any order and any duplication of the facts must come out the same. */
  readonly isPermutable: boolean
  readonly timeline: readonly string[]
  /** The derived status in the seed's words; `null` when the scenario does not say. */
  readonly status: string | null
  readonly link: string | null
}

export interface SignalrScenario extends ScenarioBase {
  readonly wire: 'signalr'
  readonly want: readonly string[]
}

export type Scenario = SseScenario | SignalrScenario
