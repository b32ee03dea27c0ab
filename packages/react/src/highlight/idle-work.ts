/** Work in small steps, none longer than some milliseconds; each `yield` is a place to pause. */
export type Steps = Generator<void, void>

/** What is left of an idle moment, in milliseconds. */
interface IdleMoment {
  /** The page was not idle for so long that the moment came all the same. */
  readonly didTimeout: boolean
  timeRemaining(): number
}
type AskForIdle = (callback: (moment: IdleMoment) => void) => void

/** The most that steps take before the page may go on. */
const longestTurn = 10

// Safari has no idle callback: a short turn now and then, behind whatever waits, does the same slower.
const askForIdle: AskForIdle =
  typeof requestIdleCallback === 'function'
    ? (callback) => void requestIdleCallback(callback, { timeout: 100 })
    : (callback) => void setTimeout(() => callback({ didTimeout: true, timeRemaining: () => 0 }), 50)

/** Works through what is added while the page is idle, in the order of adding. */
export class IdleWork {
  readonly #ask: AskForIdle
  readonly #now: () => number
  #waiting: Steps[] = []
  #isAsked = false

  constructor(ask: AskForIdle = askForIdle, now: () => number = () => performance.now()) {
    this.#ask = ask
    this.#now = now
  }

  add(steps: Steps): void {
    this.#waiting.push(steps)
    this.#continue()
  }

  remove(steps: Steps): void {
    this.#waiting = this.#waiting.filter((each) => each !== steps)
  }

  #continue(): void {
    if (this.#isAsked || this.#waiting.length === 0) return
    this.#isAsked = true
    this.#ask((moment) => {
      this.#isAsked = false
      // A page that is never idle gives short turns, or a language would take minutes.
      this.#turn(moment.didTimeout ? longestTurn : Math.min(longestTurn, moment.timeRemaining()))
      this.#continue()
    })
  }

  // At least one step, however short the moment.
  #turn(budget: number): void {
    const end = this.#now() + budget
    do {
      const [first] = this.#waiting
      if (first === undefined) return
      if (this.#isDone(first)) this.remove(first)
    } while (this.#now() < end)
  }

  #isDone(steps: Steps): boolean {
    try {
      return steps.next().done === true
    } catch {
      // Code that cannot be coloured stays plain.
      return true
    }
  }
}
