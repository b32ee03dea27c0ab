/** How much of what code says is kept; the rest is told to be missing. */
export interface CodeLimits {
  /** Characters of JSON that `main` may return. */
  readonly outputLength: number
  readonly logLines: number
  /** Characters of a printed line. */
  readonly logLength: number
  /** Characters of an error. */
  readonly errorLength: number
  /** Characters of a source. */
  readonly sourceLength: number
}

export const codeLimits: CodeLimits = {
  outputLength: 1_000_000,
  logLines: 200,
  logLength: 2000,
  errorLength: 500,
  sourceLength: 200_000,
}
