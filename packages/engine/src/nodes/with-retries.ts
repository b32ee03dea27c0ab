const longestPause = 30_000

/** How long all tries together may take: each its time, and the pauses between them. */
export const withRetries = (timeoutMs: number, retries: number): number =>
  timeoutMs * (retries + 1) + longestPause * retries
