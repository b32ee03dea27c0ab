import type { Fact, LinkChange, RunId } from '@threadwork/core'

/** What is shared of a link: a run's name belongs to an intent, and intents are each tab's own. */
export type SharedChange = Exclude<LinkChange, { readonly type: 'run-named' }>

/** What a leading tab tells. `n` numbers what must not be missed, from 1 in each term. */
export type LeaderWord =
  /** That it leads, whether its stream is open, and how much it has told so far. */
  | {
      readonly type: 'lead'
      readonly term: number
      readonly isOpen: boolean
      readonly runId: RunId | null
      readonly count: number
    }
  | { readonly type: 'facts'; readonly term: number; readonly n: number; readonly facts: readonly Fact[] }
  | { readonly type: 'link'; readonly term: number; readonly n: number; readonly change: SharedChange }
  /** That the leader of this term is gone. Who finds it dead says so in its place. */
  | { readonly type: 'bye'; readonly term: number }

/** What tabs say to each other. */
export type Word =
  | LeaderWord
  /** Who leads? `term`: the newest that the asking tab has heard of. */
  | { readonly type: 'ask'; readonly term: number }

/** A word, and the tab that said it. */
export interface Said {
  readonly from: string
  readonly word: Word
}

/** A page that was open before an update speaks another version: it is not understood, and not believed. */
const version = 1

/** A word as it is posted. */
export const encodeWord = ({ from, word }: Said): unknown => ({ v: version, from, word })

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const factTypes: readonly Fact['type'][] = [
  'event',
  'history-message',
  'decision',
  'connection',
  'backend-state',
  'workflow-snapshot',
  'workflow-snapshots',
  'run-settled',
  'events-expired',
]

const isFact = (value: unknown): boolean =>
  isFields(value) && factTypes.some((type) => type === value['type'])

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const changeTypes: readonly SharedChange['type'][] = ['opened', 'ended', 'reconnecting', 'reconnected']

const isChange = (value: unknown): boolean =>
  isFields(value) && changeTypes.some((type) => type === value['type'])

const isNameOrNull = (value: unknown): boolean => value === null || typeof value === 'string'

const isWord = (word: Fields): boolean => {
  if (!isCount(word['term'])) return false
  switch (word['type']) {
    case 'lead':
      return typeof word['isOpen'] === 'boolean' && isCount(word['count']) && isNameOrNull(word['runId'])
    case 'facts':
      return isCount(word['n']) && Array.isArray(word['facts']) && word['facts'].every(isFact)
    case 'link':
      return isCount(word['n']) && isChange(word['change'])
    case 'bye':
    case 'ask':
      return true
    default:
      return false
  }
}

/** Reads what was posted; `null` for anything that is not a word of this version. */
export const decodeWord = (message: unknown): Said | null => {
  if (!isFields(message) || message['v'] !== version || typeof message['from'] !== 'string') return null
  const { from, word } = message
  // Its outline was just checked, and only pages of this very version say `v: 1`.
  return isFields(word) && isWord(word) ? { from, word: word as unknown as Word } : null
}
