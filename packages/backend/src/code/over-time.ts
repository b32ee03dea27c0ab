/** The sentence for code that did not end in time. */
export const overTime = (timeoutMs: number): string =>
  `The code was still running after ${timeoutMs} ms. Make it end, or give it more time.`

/** The sentence for code that used more memory than it may. */
export const overMemory = (memoryBytes: number): string =>
  `The code used more than ${Math.round(memoryBytes / 2 ** 20)} MiB of memory. Make it use less, or give it more.`
