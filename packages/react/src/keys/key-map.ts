import { isPressed, type Combination, type Press } from './combination.ts'
import type { Platform } from './platform.ts'

/** What keys can do in a chat. */
export type KeyCommand =
  | 'showKeys'
  | 'nextRegion'
  | 'previousRegion'
  | 'nextWaiting'
  | 'toLatest'
  | 'toComposer'
  | 'leave'
  | 'previousItem'
  | 'nextItem'
  | 'previousPage'
  | 'nextPage'
  | 'firstItem'
  | 'lastItem'

/** `anywhere` on the page while this chat is the one in use; `thread` while the focus is on the thread or on one of its items. */
export type KeyScope = 'anywhere' | 'thread'

/** The scope of each command, in the order in which a sheet lists them. */
export const keyScopes: Readonly<Record<KeyCommand, KeyScope>> = {
  showKeys: 'anywhere',
  nextRegion: 'anywhere',
  previousRegion: 'anywhere',
  nextWaiting: 'anywhere',
  toLatest: 'anywhere',
  toComposer: 'anywhere',
  previousItem: 'thread',
  nextItem: 'thread',
  previousPage: 'thread',
  nextPage: 'thread',
  firstItem: 'thread',
  lastItem: 'thread',
  leave: 'thread',
}

/** All commands, in the order of a sheet. */
export const keyCommands: readonly KeyCommand[] = Object.keys(keyScopes) as KeyCommand[] // its own keys

/** The keys of each command; `null` for one that has none. */
export type KeyMap = Readonly<Record<KeyCommand, Combination | null>>

/** Other keys for some commands; `null` takes a command's key away. */
export type KeyOverrides = Partial<KeyMap>

const shared = {
  showKeys: '?',
  nextRegion: 'F6',
  previousRegion: 'Shift+F6',
  leave: 'Escape',
  previousItem: 'ArrowUp',
  nextItem: 'ArrowDown',
  previousPage: 'PageUp',
  nextPage: 'PageDown',
  firstItem: 'Home',
  lastItem: 'End',
} as const

// On Apple's systems Option writes letters with accents, and Control with Option is VoiceOver's.
const perPlatform: Readonly<Record<Platform, KeyMap>> = {
  apple: {
    ...shared,
    nextWaiting: 'Control+Shift+N',
    toLatest: 'Control+Shift+L',
    toComposer: 'Control+Shift+C',
  },
  other: { ...shared, nextWaiting: 'Alt+N', toLatest: 'Alt+L', toComposer: 'Alt+C' },
}

/** The keys in use on a platform: the kit's own, with a host's laid over them. */
export const keyMapFor = (platform: Platform, overrides: KeyOverrides = {}): KeyMap => ({
  ...perPlatform[platform],
  ...overrides,
})

/** The command that a press stands for, of those whose keys `map` names. */
export const commandOf = (press: Press, map: KeyMap, platform: Platform): KeyCommand | null =>
  keyCommands.find((command) => {
    const combination = map[command]
    return combination !== null && isPressed(press, combination, platform)
  }) ?? null
