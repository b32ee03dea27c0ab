'use client'

import type { Session } from '@threadwork/core'
import { createContext, useContext, type ReactElement, type ReactNode } from 'react'

const SessionContext = createContext<Session | null>(null)

/** Gives the hooks below it a session. It neither opens nor closes it. */
export const SessionProvider = (props: {
  readonly session: Session
  readonly children?: ReactNode
}): ReactElement => <SessionContext value={props.session}>{props.children}</SessionContext>

/** The session of the nearest provider, or `null` outside of one. */
export const useSessionIfAny = (): Session | null => useContext(SessionContext)

/** The session of the nearest `Chat` or `SessionProvider`. Throws outside of both. */
export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (session) return session
  throw new Error(
    'No session was found above this component, so there is no conversation to read. Put it inside <Chat> or <SessionProvider session={…}>.',
  )
}
