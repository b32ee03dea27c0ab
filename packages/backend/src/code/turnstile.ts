/** Lets so many in at once; the others wait in the order of their coming. */
export interface Turnstile {
  /** What to call when one leaves; `null` when it gave up before its turn. */
  enter(signal: AbortSignal): Promise<(() => void) | null>
}

/** @param places how many may be inside at once. */
export function createTurnstile(places: number): Turnstile {
  let free = places
  const queue: (() => void)[] = []
  const leave = (): void => {
    const next = queue.shift()
    if (next) next()
    else free += 1
  }
  const once = (): (() => void) => {
    let isIn = true
    return () => {
      if (isIn) leave()
      isIn = false
    }
  }
  return {
    enter: (signal) => {
      if (signal.aborted) return Promise.resolve(null)
      if (free > 0) {
        free -= 1
        return Promise.resolve(once())
      }
      return new Promise((resolve) => {
        const enter = (): void => {
          signal.removeEventListener('abort', giveUp)
          resolve(once())
        }
        const giveUp = (): void => {
          queue.splice(queue.indexOf(enter), 1)
          resolve(null)
        }
        queue.push(enter)
        signal.addEventListener('abort', giveUp, { once: true })
      })
    },
  }
}
