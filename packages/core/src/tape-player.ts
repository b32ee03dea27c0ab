import type { Conversation } from './conversation.ts'
import type { Link } from './items.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createIntent, type Intent } from './outbox-intent.ts'
import { reduce } from './reduce.ts'
import { decodeTape, type TapeEntry, type TapeHead } from './tape-line.ts'
import type { LinkChange } from './transport.ts'

/** A recorded conversation at one moment. */
export interface TapeMoment extends Conversation {
  readonly link: Link
  /** How many entries of the tape are behind it. */
  readonly count: number
}

/** A tape that can be looked at anywhere. Nothing is sent, and nothing is read but the tape. */
export interface TapePlayer {
  readonly head: TapeHead
  /** Milliseconds from the first entry to the last. */
  readonly duration: number
  /** When something is on the tape, in milliseconds from its beginning, ascending, each once. */
  readonly moments: readonly number[]
  /** The conversation `ms` after the tape began. Forwards costs what is new; backwards begins anew. */
  at(ms: number): TapeMoment
}

interface Reel {
  readonly ledger: Ledger
  intents: readonly Intent[]
  link: Link
  count: number
}

const linkAfter = (link: Link, change: LinkChange): Link => {
  switch (change.type) {
    case 'opened':
    case 'reconnected':
      return 'live'
    case 'reconnecting':
      return 'recovering'
    case 'ended':
      return change.reason === 'finished' || change.reason === 'aborted' ? 'live' : 'recovering'
    case 'run-named':
      return link
  }
}

const changed = (reel: Reel, id: string, change: Partial<Intent>): readonly Intent[] =>
  reel.intents.map((intent) => (intent.id === id ? { ...intent, ...change } : intent))

const play = (reel: Reel, entry: TapeEntry): void => {
  switch (entry.type) {
    case 'facts':
      for (const fact of entry.facts) reel.ledger.add(fact)
      return
    case 'read':
      if (entry.result.status === 'failed') return
      for (const fact of entry.result.facts) reel.ledger.add(fact)
      reel.link = 'live'
      return
    case 'link': {
      const { change } = entry
      reel.link = linkAfter(reel.link, change)
      if (change.type === 'run-named') reel.intents = changed(reel, change.intentId, { runId: change.runId })
      return
    }
    case 'command': {
      const { intentId, command } = entry
      const sentAfter = reel.ledger.newestAt
      const known = reel.intents.filter(({ id }) => id !== intentId)
      reel.intents = [...known, { ...createIntent(intentId, command, { sentAfter }), status: 'sending' }]
      return
    }
    case 'outcome': {
      const { intentId, outcome } = entry
      const isAccepted = outcome.status === 'accepted'
      reel.intents = changed(
        reel,
        intentId,
        isAccepted ? { status: 'sent', failure: null } : { status: 'failed', failure: outcome.failure },
      )
      return
    }
    case 'report':
      return
  }
}

const startReel = (): Reel => ({ ledger: createLedger(), intents: [], link: 'live', count: 0 })

const runTo = (reel: Reel, entries: readonly TapeEntry[], ms: number): Reel => {
  for (let entry = entries[reel.count]; entry && entry.at <= ms; entry = entries[reel.count]) {
    play(reel, entry)
    reel.count += 1
  }
  return reel
}

const rehearse = (entries: readonly TapeEntry[]): void => {
  const reel = startReel()
  try {
    runTo(reel, entries, Infinity)
    reduce(reel.ledger, reel.intents)
  } catch (cause) {
    throw new SyntaxError(
      `Entry ${reel.count + 1} of the tape holds something that no conversation can show, so the tape cannot be replayed: record it again.`,
      { cause },
    )
  }
}

/** Opens a tape's text. It is played through once, so that what is wrong with it is known at once, as a `SyntaxError`. */
export const openTape = (text: string): TapePlayer => {
  const { head, entries: told } = decodeTape(text)
  const entries = told.toSorted((a, b) => a.at - b.at)
  rehearse(entries)
  let reel = startReel()
  let shownAt = 0
  return {
    head,
    duration: entries.at(-1)?.at ?? 0,
    moments: [...new Set(entries.map(({ at }) => at))],
    at(ms) {
      if (ms < shownAt) reel = startReel()
      shownAt = ms
      const { ledger, intents, link, count } = runTo(reel, entries, ms)
      return { ...reduce(ledger, intents), link, count }
    },
  }
}
