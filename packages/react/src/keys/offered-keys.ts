import { useEffect, useRef, useSyncExternalStore } from 'react'
import { hasCharacter, isPressed, type Combination } from './combination.ts'
import { usesCharacterKeys } from './keys-setting.ts'
import { platformHere } from './platform.ts'

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

const isTaken = (event: KeyboardEvent, combination: Combination): boolean => {
  const platform = platformHere()
  if (event.defaultPrevented || event.repeat || event.isComposing) return false
  if (hasCharacter(combination, platform) && !usesCharacterKeys() && !event.ctrlKey && !event.metaKey)
    return false
  return isPressed(event, combination, platform)
}

/**
 * A shortcut of the page around the chat, such as `Mod+K` for a new conversation. It acts on the whole page, and every
 * chat's sheet lists it under `label`. `null`: it is not offered now.
 */
export const useShortcut = (
  combination: Combination | null,
  label: string,
  onPress: (() => void) | undefined,
): void => {
  const latest = useRef(onPress)
  useEffect(() => {
    latest.current = onPress
  })
  const isOffered = onPress !== undefined
  useEffect(() => {
    if (combination === null || !isOffered) return undefined
    const offer = { combination, label }
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (!isTaken(event, combination)) return
      event.preventDefault()
      latest.current?.()
    }
    change([...offered, offer])
    addEventListener('keydown', handleKeyDown)
    return () => {
      change(offered.filter((each) => each !== offer))
      removeEventListener('keydown', handleKeyDown)
    }
  }, [combination, label, isOffered])
}
