import { useSyncExternalStore } from 'react'

export type WireName = 'headless' | 'signalr'
export type ThemeChoice = 'system' | 'light' | 'dark'

/** What a person chose on this device. */
export interface Preferences {
  readonly wire: WireName
  readonly theme: ThemeChoice
  readonly isInspectorOpen: boolean
  /** The wire of conversations that were opened over another than the present one. */
  readonly wireOf: Readonly<Record<string, WireName>>
}

const storageKey = 'threadwork-preferences'
const initial: Preferences = { wire: 'headless', theme: 'system', isInspectorOpen: false, wireOf: {} }

const load = (): Preferences => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof kept === 'object' && kept !== null ? { ...initial, ...kept } : initial
  } catch {
    return initial
  }
}

let current = load()
const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Changes some preferences, and keeps them where the browser lets us. */
export const prefer = (change: Partial<Preferences>): void => {
  current = { ...current, ...change }
  for (const listener of listeners) listener()
  try {
    localStorage.setItem(storageKey, JSON.stringify(current))
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current)
