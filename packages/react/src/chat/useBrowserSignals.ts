import type { Session } from '@threadwork/core'
import { useEffect } from 'react'

/** Tells a session what the browser knows: offline, online again, visible or focused again, back from the cache. */
export const useBrowserSignals = (session: Session): void => {
  useEffect(() => {
    const wake = () => session.wake()
    const handleOffline = () => session.setOffline()
    const handleVisibility = () => {
      if (document.visibilityState === 'visible') wake()
    }
    const handlePageShow = (event: PageTransitionEvent) => {
      if (event.persisted) wake()
    }
    if (!navigator.onLine) handleOffline()
    addEventListener('online', wake)
    addEventListener('offline', handleOffline)
    addEventListener('pageshow', handlePageShow)
    // Two windows side by side are both visible: a person turns to one by its focus.
    addEventListener('focus', wake)
    document.addEventListener('visibilitychange', handleVisibility)
    return () => {
      removeEventListener('online', wake)
      removeEventListener('offline', handleOffline)
      removeEventListener('pageshow', handlePageShow)
      removeEventListener('focus', wake)
      document.removeEventListener('visibilitychange', handleVisibility)
    }
  }, [session])
}
