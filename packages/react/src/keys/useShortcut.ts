'use client'

import { useEffect, useRef } from 'react'
import { hasCharacter, isPressed, type Combination } from './combination.ts'
import { usesCharacterKeys } from './keys-setting.ts'
import { offerKey } from './offered-keys.ts'
import { platformHere } from './platform.ts'

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
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (!isTaken(event, combination)) return
      event.preventDefault()
      latest.current?.()
    }
    const takeBack = offerKey({ combination, label })
    addEventListener('keydown', handleKeyDown)
    return () => {
      takeBack()
      removeEventListener('keydown', handleKeyDown)
    }
  }, [combination, label, isOffered])
}
