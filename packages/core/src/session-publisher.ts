import type { Clock, Timer } from './clock.ts'

/** One frame in milliseconds. */
const frame = 16

/** Calls `publish` at once when the last time is a frame ago, else at the end of the frame: at most once a frame. */
export interface Publisher {
  request(): void
  /** Publishes now: a person who clicks sees it in the same moment. */
  flush(): void
  stop(): void
}

export const createPublisher = (clock: Clock, publish: () => void): Publisher => {
  let timer: Timer | null = null
  let publishedAt = -Infinity
  const run = (): void => {
    timer = null
    publishedAt = clock.now()
    publish()
  }
  return {
    request() {
      if (timer) return
      const since = clock.now() - publishedAt
      // A clock that was set back must not delay the page.
      if (since >= frame || since < 0) run()
      else timer = clock.after(frame - since, run)
    },
    flush() {
      timer?.cancel()
      run()
    },
    stop: () => timer?.cancel(),
  }
}
