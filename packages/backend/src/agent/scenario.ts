import type { Beat } from '../turn/beat.ts'

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

/** One thing that the scripted agent knows. */
export interface Scenario extends ScenarioEntry {
  /** Any of these in a message chooses it; lower case, whole words. */
  readonly words: readonly string[]
  readonly script: (message: string) => readonly Beat[]
}

export const bothWires: readonly WireName[] = ['headless', 'signalr']
export const headlessOnly: readonly WireName[] = ['headless']
