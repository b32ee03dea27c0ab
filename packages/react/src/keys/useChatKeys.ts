import type { Session } from '@threadwork/core'
import { useEffect, useMemo, useState, type RefObject } from 'react'
import { isBehind, targetOf } from '../base/tree.ts'
import { isWaiting } from '../thread/waiting-cards.ts'
import { isMeantFor, mountChat } from './chat-in-use.ts'
import { hasCharacter, isCharacter, type Combination } from './combination.ts'
import { takesCharacters } from './focusable.ts'
import { commandOf, keyMapFor, type KeyCommand, type KeyMap, type KeyOverrides } from './key-map.ts'
import { usesCharacterKeys } from './keys-setting.ts'
import { performCommand, type KeyPort } from './perform-command.ts'
import type { Platform } from './platform.ts'
import { noteFocus } from './regions.ts'
import { usePlatform } from './usePlatform.ts'

const isForDialog = (chat: HTMLElement): boolean => isBehind(chat, 'dialog:modal, :popover-open')

const isAllowed = (combination: Combination, event: KeyboardEvent, platform: Platform): boolean => {
  if (hasCharacter(combination, platform) && !usesCharacterKeys()) return false
  return !(isCharacter(combination, platform) && takesCharacters(targetOf(event)))
}

// A held arrow walks on; anything else happens once for a press.
const repeats: ReadonlySet<KeyCommand> = new Set(['previousItem', 'nextItem', 'previousPage', 'nextPage'])

const commandFor = (event: KeyboardEvent, map: KeyMap, platform: Platform): KeyCommand | null => {
  // 229: the press belongs to an input method, which Safari says in no other way.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return null
  const command = commandOf(event, map, platform)
  const combination = command && map[command]
  if (!combination || (event.repeat && !repeats.has(command))) return null
  return isAllowed(combination, event, platform) ? command : null
}

export interface ChatKeys {
  readonly map: KeyMap
  readonly platform: Platform
  readonly isSheetOpen: boolean
  readonly setSheetOpen: (isOpen: boolean) => void
  /** How often somebody asked for the next card that waits, and there was none. */
  readonly emptyAsks: number
}

/** The keys of the chat that `inside` stands in. `overrides` keeps its identity between renders. */
export const useChatKeys = (
  inside: RefObject<HTMLElement | null>,
  session: Session,
  overrides: KeyOverrides | undefined,
): ChatKeys => {
  const platform = usePlatform()
  const [isSheetOpen, setSheetOpen] = useState(false)
  const [emptyAsks, setEmptyAsks] = useState(0)
  const map = useMemo(() => keyMapFor(platform, overrides), [platform, overrides])

  useEffect(() => {
    const element = inside.current?.closest<HTMLElement>('.twk-chat')
    if (!element) return undefined
    const port: KeyPort = {
      chat: element,
      stops: () => session.getState().items,
      waiting: () => session.getState().items.filter(isWaiting),
      showKeys: () => setSheetOpen(true),
      tellNothingWaits: () => setEmptyAsks((count) => count + 1),
    }
    const handleKeyDown = (event: KeyboardEvent): void => {
      const target = targetOf(event)
      if (!(target instanceof Element) || !isMeantFor(element, target)) return
      const command = commandFor(event, map, platform)
      if (command === null || isForDialog(element)) return
      if (performCommand(command, target, port)) event.preventDefault()
    }
    const handleFocus = (event: FocusEvent): void => {
      const target = targetOf(event)
      if (target instanceof HTMLElement) noteFocus(target)
    }
    const leave = mountChat(element)
    document.addEventListener('keydown', handleKeyDown)
    document.addEventListener('focusin', handleFocus)
    return () => {
      leave()
      document.removeEventListener('keydown', handleKeyDown)
      document.removeEventListener('focusin', handleFocus)
    }
  }, [inside, session, map, platform])

  return { map, platform, isSheetOpen, setSheetOpen, emptyAsks }
}
