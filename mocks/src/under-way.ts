/** What goes on at this moment outside of the backend's own time: requests to others, code in workers. */
export interface UnderWay {
  /** The same function; each call of it counts as under way until it is settled. */
  watch<Args extends readonly unknown[], Answer>(
    act: (...args: Args) => Promise<Answer>,
  ): (...args: Args) => Promise<Answer>
  /** Something has changed, and may lead to more. */
  stir(): void
  /** Resolves when nothing is under way, and what followed from it is not either; at once where nothing has changed. */
  settled(): Promise<void>
}

// Between a change and what it leads to the platform opens secrets, in a thread of its own.
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10))

/** So many without a change, and nothing follows any more. */
const quietBreaths = 8
/** A conversation that is being written changes all the time: nobody waits for its end. */
const mostBreaths = 200

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
  let isStirred = false
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
    stir: () => {
      isStirred = true
    },
    settled: async () => {
      await nextTurn()
      let quiet = isStirred || calls.size > 0 ? 0 : quietBreaths
      for (let breaths = 0; quiet < quietBreaths && breaths < mostBreaths; breaths += 1) {
        isStirred = false
        await Promise.allSettled(calls)
        await breath()
        quiet = isStirred || calls.size > 0 ? 0 : quiet + 1
      }
      isStirred = false
    },
  }
}
