import type { Audience } from './audience.ts'
import type { CloseReason } from './connection-contract.ts'

/** `this` of a hub method: who calls, and ways to answer beside the result. */
export interface HubContext {
  /** Public name of the calling connection. */
  readonly connectionId: string
  /** Whom `identify` found, if anyone. */
  readonly user: string | undefined
  /** Aborts when the caller cancels this invocation or disconnects. */
  readonly signal: AbortSignal
  /** Invokes a client method of the caller. */
  send(method: string, ...args: readonly unknown[]): void
  /** Puts the caller into a group, until it leaves or disconnects. */
  join(group: string): void
  leave(group: string): void
  /** Everyone in a group. */
  group(name: string): Audience
  /** Ends the caller's connection. */
  close(reason?: CloseReason): void
}

/**
 * A function that clients may invoke by its name, in any casing, with their arguments; upload streams follow those as async iterables.
 * It may return a value, a promise, or for a stream an async iterable or ReadableStream. `this` is the `HubContext`.
 */
export type HubMethod = (this: HubContext, ...args: never[]) => unknown

/** The methods of a hub by name. */
export type HubMethods = Readonly<Record<string, HubMethod>>
