import { useSyncExternalStore } from 'react'

const never = (): (() => void) => () => undefined
const here = (): boolean => true
const elsewhere = (): boolean => false

/**
 * Whether what is drawn is drawn for the very person who reads it. False on a server and while its HTML comes alive:
 * there the zone, the clock and the storage are another's, and what depends on them is left out until this is true.
 */
export const useHydrated = (): boolean => useSyncExternalStore(never, here, elsewhere)
