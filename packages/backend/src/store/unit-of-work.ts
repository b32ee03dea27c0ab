import type { Store } from './store.ts'

/** Transactions that know what is to follow once they are kept. */
export interface UnitOfWork {
  /** Keeps all that `work` writes, or none of it; one inside another is a part of it. */
  run<Result>(work: () => Result): Result
  /** Whether a transaction is open. */
  isOpen(): boolean
  /** Calls back when the outermost transaction is kept; at once when there is none. A rolled-back one calls nothing. */
  afterKept(callback: () => void): void
}

/** What a callback throws goes to `reportDefect`. */
export function createUnitOfWork(store: Store, reportDefect: (error: unknown) => void): UnitOfWork {
  const due: (() => void)[] = []
  let staged: (() => void)[] | null = null
  let isCalling = false
  const callAll = (): void => {
    // What a callback starts is called behind it, in this loop: one inside another would grow the stack.
    if (isCalling) return
    isCalling = true
    try {
      for (let next = due.shift(); next; next = due.shift()) attempt(next)
    } finally {
      isCalling = false
    }
  }
  const attempt = (callback: () => void): void => {
    try {
      callback()
    } catch (error) {
      reportDefect(error)
    }
  }
  return {
    isOpen: () => staged !== null,
    run: (work) => {
      if (staged) return work()
      const mine: (() => void)[] = []
      staged = mine
      try {
        return store.transaction(work, 'durable')
      } catch (error) {
        mine.length = 0
        throw error
      } finally {
        staged = null
        due.push(...mine)
        callAll()
      }
    },
    afterKept: (callback) => {
      if (staged) {
        staged.push(callback)
        return
      }
      due.push(callback)
      callAll()
    },
  }
}
