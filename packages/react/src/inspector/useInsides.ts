import type { Session, SessionInsides } from '@threadwork/core'
import { useMemo, useSyncExternalStore } from 'react'

interface InsidesSource {
  readonly subscribe: (listener: () => void) => () => void
  readonly read: () => SessionInsides
}

const sourceOf = (session: Session): InsidesSource => {
  let snapshot = session.inspect()
  return {
    read: () => snapshot,
    subscribe(listener) {
      let frame: number | null = null
      const handleChange = () => {
        frame ??= requestAnimationFrame(() => {
          frame = null
          snapshot = session.inspect()
          listener()
        })
      }
      const stopState = session.subscribe(handleChange)
      // An answer that changes no item is told by no state.
      const stopCalls = session.watch((call) => {
        handleChange()
        if (call.name === 'submit' || call.name === 'read') void call.result.then(handleChange, handleChange)
      })
      handleChange()
      return () => {
        stopState()
        stopCalls()
        if (frame !== null) cancelAnimationFrame(frame)
      }
    },
  }
}

/** What stands behind a session's state, once a frame at most. */
export const useInsides = (session: Session): SessionInsides => {
  const { subscribe, read } = useMemo(() => sourceOf(session), [session])
  return useSyncExternalStore(subscribe, read, read)
}
