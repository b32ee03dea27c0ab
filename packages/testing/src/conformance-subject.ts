import type { ConversationEvent, Fact, Transport } from '@threadwork/core'

/** A transport under test, and the hands on the backend that it talks to. */
export interface ConformanceSubject {
  readonly transport: Transport
  /** Sends these on the live stream, in this order. */
  say(events: readonly ConversationEvent[]): void | Promise<void>
  /** From now on a read brings these too: messages, kept events, the state, links, the active workflow. */
  keep(facts: readonly Fact[]): void | Promise<void>
  /** Breaks the live connection as a network does, in the middle of a turn. */
  cut(): void | Promise<void>
  /** How many commands the backend has received. */
  commandCount(): number
  close(): void | Promise<void>
}

/** Makes a fresh backend and a transport to it, for each rule and each scenario. */
export type ConformanceFactory = () => ConformanceSubject | Promise<ConformanceSubject>

export interface ConformanceResult {
  /** A present-tense sentence, or a scenario's id and title. */
  readonly name: string
  readonly status: 'passed' | 'failed'
  /** What came out instead; `null` when it passed. */
  readonly problem: string | null
}
