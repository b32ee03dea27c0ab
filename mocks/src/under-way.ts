/** What goes on at this moment outside of the backend's own time: requests to others, code in workers. */
export interface UnderWay {
  /** The same function; each call of it counts as under way until it is settled. */
  watch<Args extends readonly unknown[], Answer>(
    act: (...args: Args) => Promise<Answer>,
  ): (...args: Args) => Promise<Answer>
  /** Resolves when nothing is under way, and what followed from it is not either. */
  settled(): Promise<void>
}

/** A turn of the page. Quicker than a timer, which browsers slow down to 4 ms: a day has 1,440. */
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port2.addEventListener('message', () => {
      port2.close()
      resolve()
    })
    port2.start()
    port1.postMessage(null)
  })

export const createUnderWay = (): UnderWay => {
  const calls = new Set<Promise<unknown>>()
  return {
    watch:
      (act) =>
      (...args) => {
        const call = act(...args)
        calls.add(call)
        const leave = (): void => void calls.delete(call)
        call.then(leave, leave)
        return call
      },
    settled: async () => {
      await nextTurn()
      while (calls.size > 0) {
        await Promise.allSettled(calls)
        await nextTurn()
      }
    },
  }
}
