import type { Clock, Timer } from '@threadwork/core'

export interface SilenceWatchParts {
  readonly clock: Clock
  readonly isVisible: () => boolean
  /** Asks the leader for a sign of life. */
  readonly ask: () => void
  /** Three questions in a row were not answered. The watch is over. */
  readonly onSilent: () => void
}

/** Notices a leader that has stopped answering: one that hangs, or was frozen without a word. */
export interface SilenceWatch {
  readonly start: () => void
  readonly hear: () => void
  readonly stop: () => void
}

/** Milliseconds between two looks: after three questions without an answer, a handover still fits into three seconds. */
const look = 400
const mostQuestions = 3

/**
 * Counts looks and not time, so that a clock that was set, or a machine that slept, makes nobody look dead. A tab that
 * nobody sees does not watch: browsers slow its timers down, and nobody waits for it.
 */
export const createSilenceWatch = (parts: SilenceWatchParts): SilenceWatch => {
  let timer: Timer | null = null
  let questions = 0
  let isHeard = false

  const stop = (): void => {
    timer?.cancel()
    timer = null
  }
  const next = (): void => {
    timer = parts.clock.after(look, lookOnce)
  }
  const lookOnce = (): void => {
    const isFine = isHeard || !parts.isVisible()
    isHeard = false
    if (!isFine && questions === mostQuestions) {
      stop()
      return parts.onSilent()
    }
    questions = isFine ? 0 : questions + 1
    if (!isFine) parts.ask()
    next()
  }
  return {
    start: () => {
      stop()
      questions = 0
      isHeard = true
      next()
    },
    hear: () => {
      isHeard = true
    },
    stop,
  }
}
