'use client'

import type { Session, SessionState } from '@threadwork/core'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useSession } from './SessionProvider.tsx'

const whole = (state: SessionState): SessionState => state

// One reading per state: a selector that builds a new object must not look like a change to React.
const remember = <Selected>(
  session: Session,
  select: (state: SessionState) => Selected,
): (() => Selected) => {
  let known: { readonly state: SessionState; readonly selected: Selected } | null = null
  return () => {
    const state = session.getState()
    if (known?.state !== state) known = { state, selected: select(state) }
    return known.selected
  }
}

/** Reads a part of a given session; renders again only when that part is another object or value. */
export const useSessionState = <Selected>(
  session: Session,
  select: (state: SessionState) => Selected,
): Selected => {
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  const read = useMemo(() => remember(session, select), [session, select])
  return useSyncExternalStore(subscribe, read, read)
}

/** The whole snapshot of the session above, or the part that `select` picks. */
export function useConversation(): SessionState
export function useConversation<Selected>(select: (state: SessionState) => Selected): Selected
export function useConversation(select: (state: SessionState) => unknown = whole): unknown {
  return useSessionState(useSession(), select)
}
