import type { Clock } from '@threadwork/core'

/** The promise's own end, or a rejection after `ms` milliseconds; what comes of the promise later is dropped. */
export function settleWithin<Value>(ms: number, clock: Clock, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = clock.after(ms, () => reject(new Error(`No answer came within ${ms} ms.`)))
    promise.then(resolve, reject).finally(() => timer.cancel())
  })
}
