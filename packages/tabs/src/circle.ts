import type { Fact, RunId } from '@threadwork/core'
import type { Channel, TabPorts } from './tab-ports.ts'
import { decodeWord, encodeWord, type LeaderWord, type SharedChange, type Word } from './word.ts'

/** How a leader's word stands to those before it. */
export interface Standing {
  /** Another leader than the last that was heard. */
  readonly isNew: boolean
  /** Something that it told before was not heard. */
  readonly isGap: boolean
}

export interface CircleTold {
  /** Somebody asks who leads. Only a leading tab is told. */
  readonly onAsk: () => void
  /** The leader's word. A leading tab is told none. */
  readonly onWord: (word: LeaderWord, standing: Standing) => void
  /** A word of a leader of before, which another has followed. */
  readonly onLate: (word: LeaderWord) => void
}

/** The tabs of one conversation, as one of them sees them: who leads, and whether anything of it was missed. */
export interface Circle {
  /** Leads from now on, in a term after all that were heard of, and says so. */
  readonly lead: () => void
  /** Leads no more, in silence. */
  readonly quit: () => void
  /** Says that nobody leads any more: this tab, or the leader that was heard last. */
  readonly sayBye: () => void
  readonly isLeading: () => boolean
  readonly ask: () => void
  readonly tellLead: (isOpen: boolean, runId: RunId | null) => void
  readonly tellFacts: (facts: readonly Fact[]) => void
  readonly tellLink: (change: SharedChange) => void
  readonly open: () => void
  readonly close: () => void
}

interface Leader {
  readonly from: string
  readonly term: number
  /** How much of what it numbered was heard. */
  heard: number
}

const nameTab = (random: () => number): string => {
  const chance = (): string => Math.floor(random() * 36 ** 6).toString(36)
  return `${chance()}${chance()}`
}

/** Opens the circle of a channel's name; nothing is said before `open`. */
export const createCircle = (ports: TabPorts, name: string, told: CircleTold): Circle => {
  const self = nameTab(() => ports.clock.random())
  let channel: Channel | null = null
  let leader: Leader | null = null
  /** The newest term that was heard of. */
  let top = 0
  let ownTerm: number | null = null
  let count = 0

  const post = (word: Word): void => channel?.post(encodeWord({ from: self, word }))

  const standingOf = (from: string, word: LeaderWord): Standing => {
    const isNew = leader?.from !== from || leader.term !== word.term
    const known = isNew || leader === null ? 0 : leader.heard
    const heard = word.type === 'lead' ? word.count : word.type === 'bye' ? known : word.n
    const expected = word.type === 'facts' || word.type === 'link' ? known + 1 : known
    leader = word.type === 'bye' ? null : { from, term: word.term, heard }
    return { isNew, isGap: heard !== expected }
  }

  const ask = (): void => post({ type: 'ask', term: top })
  const hearAsk = (term: number): void => {
    if (ownTerm === null) return
    if (term > ownTerm) startTerm(term + 1)
    told.onAsk()
  }
  const startTerm = (term: number): void => {
    top = Math.max(top, term)
    ownTerm = top
    count = 0
  }

  const hear = (message: unknown): void => {
    const said = decodeWord(message)
    if (said === null || said.from === self) return
    const { from, word } = said
    if (word.type === 'ask') return hearAsk(word.term)
    const isLate = word.term < top
    top = Math.max(top, word.term)
    // Who leads believes its lock alone: it is told when that was taken.
    if (ownTerm !== null) return
    if (!isLate) return told.onWord(word, standingOf(from, word))
    told.onLate(word)
    // It may lead now and never have heard of the terms before its own.
    ask()
  }

  const tellLead = (isOpen: boolean, runId: RunId | null): void => {
    if (ownTerm !== null) post({ type: 'lead', term: ownTerm, isOpen, runId, count })
  }
  const quit = (): void => {
    ownTerm = null
  }

  return {
    lead: () => {
      startTerm(top + 1)
      leader = null
      tellLead(false, null)
    },
    quit,
    sayBye: () => {
      post({ type: 'bye', term: ownTerm ?? top })
      leader = null
      quit()
    },
    isLeading: () => ownTerm !== null,
    ask,
    tellLead,
    tellFacts: (facts) => {
      if (ownTerm === null) return
      count += 1
      post({ type: 'facts', term: ownTerm, n: count, facts })
    },
    tellLink: (change) => {
      if (ownTerm === null) return
      count += 1
      post({ type: 'link', term: ownTerm, n: count, change })
    },
    open: () => {
      channel ??= ports.openChannel(name, hear)
    },
    close: () => {
      channel?.close()
      channel = null
    },
  }
}
