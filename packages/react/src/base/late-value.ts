/** Something from a chunk of its own. */
export interface LateValue<Value> {
  /** Loads it; resolves with it when it has come, and never rejects. */
  load(): Promise<Value>
  /** What has come, `null` until then. */
  peek(): Value | null
}

const firstWait = 1000
const longestWait = 8000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Tries until `load` succeeds, so that a lost network costs a wait and not the page. */
export const lateValue = <Value>(load: () => Promise<Value>): LateValue<Value> => {
  let loaded: Value | null = null
  let coming: Promise<Value> | null = null

  const attempt = async (wait: number): Promise<Value> => {
    try {
      return await load()
    } catch {
      await pause(wait)
      return attempt(Math.min(wait * 2, longestWait))
    }
  }
  const come = async (): Promise<Value> => {
    coming ??= attempt(firstWait)
    loaded = await coming
    return loaded
  }
  return { load: come, peek: () => loaded }
}
