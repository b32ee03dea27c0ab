import type { WireState } from '@threadwork/headless/wire'
import type { BackendClock } from './clock.ts'
import type { CodeRunner } from './code/code-runner.ts'
import type { Model } from './models/model.ts'
import type { HttpPort } from './net/http-port.ts'
import type { ProfileName } from './profile.ts'
import type { Sealer } from './secrets/sealer.ts'
import type { Store } from './store/store.ts'

/** Who asks. Conversations belong to one user, workflows and what they need to one team. */
export interface User {
  readonly userId: string
  /** Left out: a team of one, named as the user is. */
  readonly teamId?: string
}

/** What can be made to go wrong, for development and tests. Each may be left out. */
export interface Faults {
  /** Answers in the backend's place; `null` lets the request through. */
  intercept?(request: Request): Response | null | Promise<Response | null>
  /** Stands between the events of a stream and its reader, byte for byte. */
  stream?(bytes: ReadableStream<Uint8Array>, request: Request): ReadableStream<Uint8Array>
  /** For how many milliseconds the next authentication link works. */
  linkMs?(): number
  /** What is said of a conversation's state. */
  state?(state: WireState): WireState
}

/** Everything that a backend can be told. All of it has a default that suits development. */
export interface BackendConfig {
  /** Which of the wire's differing forms is served. Default `documented`. */
  readonly profile?: ProfileName
  /** Default: in memory. */
  readonly store?: Store
  readonly clock?: BackendClock
  /** Numbers in [0, 1) for ids and link tokens. Default: the platform's secure source. */
  readonly random?: () => number
  /** Milliseconds between pings on a stream that has nothing else to say. Default 30,000. */
  readonly pingMs?: number
  /** Milliseconds after which a stream that waits for a connection is ended. Default: two pings. */
  readonly idleMs?: number
  /** Milliseconds for which events are kept. Default 24 hours. */
  readonly retentionMs?: number
  /** Milliseconds for which an authentication link works. Default 5 minutes. */
  readonly linkMs?: number
  /** Multiplies every scripted delay; 0 plays without delays. Default 1. */
  readonly pace?: number
  /** The address that connection links begin with, or the way to find it out. Default `http://127.0.0.1:4310`. */
  readonly publicUrl?: string | (() => string)
  /** Seals secrets. Default: a key of this process, which opens nothing after a restart. */
  readonly sealer?: Sealer
  /** How workflows reach the world. Default: the platform's own `fetch`, for development; on Node the guarded one. */
  readonly http?: HttpPort
  /** Judges and writes in workflows. Default: a scripted one, marked as such wherever it shows. */
  readonly model?: Model
  /** Runs the inline code of tools. Default: none; such a tool fails with a sentence. */
  readonly code?: CodeRunner
  /** Milliseconds of silence after which a message begins a new session. Default 30 minutes. */
  readonly sessionIdleMs?: number
  /** `null` is answered with 401. Default: whoever the request claims to be. */
  readonly authenticate?: (request: Request) => User | null | Promise<User | null>
  readonly faults?: Faults
  /** Hears of every defect that the backend had to swallow or answer with 500. Default: `console.error`. */
  readonly reportDefect?: (error: unknown) => void
}
