import type { Modifier } from '../keys/combination.ts'
import type { KeyCommand } from '../keys/key-map.ts'
import type { Platform } from '../keys/platform.ts'
import { englishRegions, type RegionStrings } from './regions.ts'

/** The keys of a chat, what they are called, and the names of its regions. */
export interface KeysStrings extends RegionStrings {
  readonly close: string
  readonly groups: Readonly<Record<'anywhere' | 'thread' | 'composer' | 'page', string>>
  readonly commands: Readonly<Record<KeyCommand, string>>
  readonly send: string
  readonly breakLine: string
  /** The switch for shortcuts with letters and signs, and what stays. */
  readonly characters: string
  readonly charactersHint: string
  readonly modifiers: Readonly<Record<Platform, Readonly<Record<Modifier, string>>>>
  /** The name of a key as `KeyboardEvent.key` has it; the key itself where it needs none. */
  keyName(key: string): string
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}

export const englishKeys: KeysStrings = {
  ...englishRegions,
  close: 'Close',
  groups: {
    anywhere: 'Anywhere in the chat',
    thread: 'In the conversation',
    composer: 'In the message field',
    page: 'On this page',
  },
  commands: {
    showKeys: 'Show these shortcuts',
    nextRegion: 'Next part of the page',
    previousRegion: 'Previous part of the page',
    nextWaiting: 'Next card that needs you',
    toLatest: 'Latest message',
    toComposer: 'Message field',
    previousItem: 'Previous message or card',
    nextItem: 'Next message or card',
    previousPage: 'One page up',
    nextPage: 'One page down',
    firstItem: 'First message',
    lastItem: 'Last message',
    leave: 'Back to the message field',
  },
  send: 'Send the message',
  breakLine: 'Begin a new line',
  characters: 'Use shortcuts with letters and signs',
  charactersHint: 'Switch them off if you dictate, or press keys by accident. The other keys stay.',
  modifiers: {
    apple: { Control: 'Control', Alt: 'Option', Shift: 'Shift', Meta: 'Command' },
    other: { Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Meta: 'Windows' },
  },
  keyName: (key) => keyNames[key] ?? key,
}
