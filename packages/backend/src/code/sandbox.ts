import type { CodeLimits } from './code-limits.ts'

/** What a sandbox is asked, as JSON text. */
export interface SandboxTask {
  readonly source: string
  /** JSON text. */
  readonly input: string
  readonly timeoutMs: number
  readonly memoryBytes: number
  readonly limits: CodeLimits
}

/**
 * What a sandbox says, as JSON text: once that it is ready, then the answer to its one task. Code of strangers may
 * have written it: `readAnswer` believes none of it.
 */
export type SandboxWord =
  | { readonly type: 'ready' }
  | { readonly type: 'broken'; readonly error: string }
  | { readonly type: 'returned'; readonly output: string; readonly logs: readonly string[] }
  | {
      readonly type: 'raised'
      readonly error: string
      readonly line: number | null
      readonly logs: readonly string[]
    }

/** A thread, a process or a web worker that runs one piece of code and is then ended. */
export interface Sandbox {
  post(text: string): void
  /** Called once, before anything is posted. `onEnd`: it is gone, with a reason if there is one. */
  listen(onWord: (text: unknown) => void, onEnd: (reason: string) => void): void
  end(): void
}

/** Starts a sandbox for one language. */
export type StartSandbox = () => Sandbox
