import type { Heard } from './outer-world.ts'

/** A backend from outside: it is asked, time passes, and its process goes and comes back. */
export interface EngineWorld {
  /** Asks it; `path` begins with `/api/`. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** Lets milliseconds pass, and what was set going come on. */
  skip(ms: number): Promise<void>
  /** Closes it and starts it again on what it kept. */
  restart(): Promise<void>
  /** What its workflows sent to others, in its order. */
  heard(): readonly Heard[]
  /** What it calls defects of its own. */
  readonly defects: readonly unknown[]
  close(): Promise<void>
}
