import { useSyncExternalStore } from 'react'
import { platformHere, type Platform } from './platform.ts'

const never = (): (() => void) => () => undefined
const onServer = (): Platform => 'other'

/** Whose names and habits keys follow here; a page from a server learns it when it comes to life. */
export const usePlatform = (): Platform => useSyncExternalStore(never, platformHere, onServer)
