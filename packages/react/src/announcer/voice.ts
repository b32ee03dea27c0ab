import type { Clock, Timer } from '@threadwork/core'
import { began, silence, take, untilNext, type SpeechQueue, type Utterance } from './speech-queue.ts'

/** Where sentences go. */
export interface Mouth {
  /** Whether a screen reader would hear it now. While it would not, everything waits. */
  readonly isAudible: () => boolean
  /** Says it, and returns how many characters that were. */
  readonly say: (utterance: Utterance) => number
}

/** A speech queue with the time in its hand. */
export interface Voice {
  /** Speaks through `mouth` until the returned function is called; before and after, everything waits. */
  readonly attach: (mouth: Mouth) => () => void
  /** Changes what waits, and says what is due. Time is client time in milliseconds. */
  readonly change: (step: (queue: SpeechQueue, now: number) => SpeechQueue) => void
  /** It may be heard again. */
  readonly wake: () => void
}

export const createVoice = (clock: Clock): Voice => {
  let queue = silence
  let timer: Timer | null = null
  let mouth: Mouth | null = null

  const wake = (): void => {
    timer?.cancel()
    timer = null
    if (!mouth?.isAudible()) return
    const [next, utterance] = take(queue, clock.now())
    queue = utterance ? began(next, mouth.say(utterance), clock.now()) : next
    const wait = untilNext(queue, clock.now())
    if (wait !== null) timer = clock.after(Math.max(1, wait), wake)
  }
  return {
    attach(taken) {
      mouth = taken
      wake()
      return () => {
        mouth = null
        wake()
      }
    },
    change(step) {
      queue = step(queue, clock.now())
      wake()
    },
    wake,
  }
}
