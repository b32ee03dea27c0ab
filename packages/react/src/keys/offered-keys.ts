import { useSyncExternalStore } from 'react'
import type { Combination } from './combination.ts'

/** A shortcut of the page around the chat, for the sheet. */
export interface OfferedKey {
  readonly combination: Combination
  readonly label: string
}

let offered: readonly OfferedKey[] = []
const listeners = new Set<() => void>()

const change = (next: readonly OfferedKey[]): void => {
  offered = next
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
const read = (): readonly OfferedKey[] => offered
const nothing: readonly OfferedKey[] = []
const none = (): readonly OfferedKey[] => nothing

/** What the page around offers, told again when it changes. */
export const useOfferedKeys = (): readonly OfferedKey[] => useSyncExternalStore(subscribe, read, none)

/** Lists a shortcut in the sheets; returns the way to take it back. */
export const offerKey = (offer: OfferedKey): (() => void) => {
  change([...offered, offer])
  return () => change(offered.filter((each) => each !== offer))
}
