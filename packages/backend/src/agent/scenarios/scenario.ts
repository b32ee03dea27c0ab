import type { Presentation } from '@threadwork/engine'
import type { Part } from '../draw-graph.ts'

/** The two ways to a backend, by the names of their transports. */
export type WireName = 'headless' | 'signalr'

/** A scenario as a menu shows it: sending `prompt` plays it. */
export interface ScenarioEntry {
  readonly id: string
  readonly title: string
  readonly prompt: string
  /** The wires on which it can be told whole. */
  readonly wires: readonly WireName[]
}

/** A workflow that the agent knows by heart: how it is asked for, and what it does. */
export interface Scenario extends ScenarioEntry {
  /** Any of these in a message chooses it; lower case, whole words. */
  readonly words: readonly string[]
  readonly story: readonly Part[]
  /** The name on its card, where it has one. */
  readonly name?: string
  /** Default `turn`: it is told as the turn's own skills and messages. */
  readonly presentation?: Presentation
}

export const bothWires: readonly WireName[] = ['headless', 'signalr']
export const headlessOnly: readonly WireName[] = ['headless']
