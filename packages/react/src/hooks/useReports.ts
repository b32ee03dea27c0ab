'use client'

import type { LoggedReport, Session } from '@threadwork/core'
import { useMemo, useSyncExternalStore } from 'react'
import { useSession } from './SessionProvider.tsx'

interface ReportsSource {
  readonly subscribe: (listener: () => void) => () => void
  readonly read: () => readonly LoggedReport[]
}

const isSame = (left: readonly LoggedReport[], right: readonly LoggedReport[]): boolean =>
  left.length === right.length && left[0]?.id === right[0]?.id && left.at(-1)?.id === right.at(-1)?.id

// The session may hand out its own growing list, and hundreds of reports may come in one frame:
// a copy is taken when told, and listeners hear of it once a frame.
const sourceOf = (session: Session): ReportsSource => {
  let snapshot: readonly LoggedReport[] = [...session.getReports()]
  const refresh = (): boolean => {
    const reports = session.getReports()
    if (isSame(snapshot, reports)) return false
    snapshot = [...reports]
    return true
  }
  return {
    read: () => snapshot,
    subscribe: (listener) => {
      let frame: number | null = null
      const handleReports = () => {
        frame ??= requestAnimationFrame(() => {
          frame = null
          if (refresh()) listener()
        })
      }
      const stop = session.subscribeReports(handleReports)
      refresh()
      return () => {
        stop()
        if (frame !== null) cancelAnimationFrame(frame)
      }
    },
  }
}

/** The newest wire reports of a given session, oldest first. */
export const useReportsOf = (session: Session): readonly LoggedReport[] => {
  const { subscribe, read } = useMemo(() => sourceOf(session), [session])
  return useSyncExternalStore(subscribe, read, read)
}

/** The newest wire reports of the session above, oldest first. */
export const useReports = (): readonly LoggedReport[] => useReportsOf(useSession())
