import type { Json } from '@threadwork/engine'

export type CodeLanguage = 'python' | 'javascript'

/** A piece of code that defines `main(input)`, and what it may use. */
export interface CodeRequest {
  readonly language: CodeLanguage
  readonly source: string
  /** What `main` is called with. */
  readonly input: Json
  /** From when the sandbox is ready. */
  readonly timeoutMs: number
  /** What the code may use beside its interpreter. */
  readonly memoryBytes: number
  readonly signal: AbortSignal
}

/** What `main` returned, as JSON, or one sentence why there is nothing. `logs`: what it printed, bounded. */
export type CodeResult =
  | { readonly type: 'succeeded'; readonly output: Json; readonly logs: readonly string[] }
  | {
      readonly type: 'failed'
      readonly error: string
      /** The line of the source at which it went wrong, counted from 1. */
      readonly line: number | null
      readonly logs: readonly string[]
    }

/**
 * Runs code of strangers: no network, no files, no other code's memory; bounded in time, memory and output. Each run
 * is in a sandbox of its own. It never throws: whatever the code does is a result.
 */
export interface CodeRunner {
  run(request: CodeRequest): Promise<CodeResult>
  /** Ends sandboxes that stand ready. Runs under way go on to their end. */
  close(): void
}
