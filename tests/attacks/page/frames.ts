type Callback = Parameters<typeof requestAnimationFrame>[0]

const waiting = new Map<number, Callback>()
let last = 0

/** Puts frames into the hands of the caller, so that each prefix is drawn and none waits for a screen. */
export const takeFrames = (): void => {
  globalThis.requestAnimationFrame = (callback) => {
    last += 1
    waiting.set(last, callback)
    return last
  }
  globalThis.cancelAnimationFrame = (id) => void waiting.delete(id)
}

/** So many frames in a row hold back what is drawn every other frame. */
const most = 4

/** Runs what waits for a frame, and what that waits for in turn. */
export const giveFrame = (): void => {
  for (let frame = 0; frame < most && waiting.size > 0; frame += 1) {
    const due = [...waiting.values()]
    waiting.clear()
    for (const callback of due) callback(performance.now())
  }
}
