import { useSyncExternalStore } from 'react'

const name = 'threadwork:character-keys'
const listeners = new Set<() => void>()
let isOff = false
let isRead = false

// Where storage is forbidden even the property access throws: then the choice lasts as long as the page.
const readOff = (): boolean => {
  if (isRead || typeof window === 'undefined') return isOff
  isRead = true
  try {
    isOff = localStorage.getItem(name) === 'off'
  } catch {
    isOff = false
  }
  return isOff
}

/** Whether this person uses shortcuts with letters and signs. People who dictate, or press keys by mistake, may not. */
export const usesCharacterKeys = (): boolean => !readOff()

/** Switches shortcuts with letters and signs on or off, for every chat of this site. */
export const setUsesCharacterKeys = (uses: boolean): void => {
  isRead = true
  isOff = !uses
  try {
    if (uses) localStorage.removeItem(name)
    else localStorage.setItem(name, 'off')
  } catch {
    // It still holds for this page.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
const always = (): boolean => true

/** The same, told again when it changes. */
export const useCharacterKeys = (): boolean => useSyncExternalStore(subscribe, usesCharacterKeys, always)
