import type { Clock } from './clock.ts'
import { factsOf } from './ledger-facts.ts'
import type { Session } from './session-contract.ts'
import type { SessionCall } from './session-watch.ts'
import { encodeTape, type TapeEntry, type TapeHead } from './tape-line.ts'
import { createRedactor } from './tape-redact.ts'
import type { ReadResult, TransportCapabilities } from './transport.ts'

export interface RecordOptions {
  readonly clock: Clock
  /** Keeps texts and parameters as they are. They are somebody's: ask before you share such a tape. */
  readonly keepsContent?: boolean
}

// Distributes over the union, where Omit alone would not.
type Untimed<Entry> = Entry extends TapeEntry ? Omit<Entry, 'at'> : never

/** What is written down of a conversation, so far. */
export interface TapeWriter {
  readonly note: (entry: Untimed<TapeEntry>) => void
  /** How many entries it has. */
  readonly count: () => number
  readonly toText: () => string
}

/** Writes entries down as they come, redacted unless `keepsContent`. */
export const createTapeWriter = (
  capabilities: TransportCapabilities,
  { clock, keepsContent = false }: RecordOptions,
): TapeWriter => {
  const began = clock.now()
  const entries: TapeEntry[] = []
  const redact = keepsContent ? (value: unknown): unknown => value : createRedactor()
  const head: TapeHead = { tape: 'threadwork-tape/1', capabilities, isRedacted: !keepsContent }
  return {
    note(entry) {
      // Redaction changes texts alone, so the entry keeps its form. A clock that was set back must not turn time round.
      const at = Math.max(clock.now() - began, entries.at(-1)?.at ?? 0)
      entries.push({ at, ...(redact(entry) as Untimed<TapeEntry>) })
    },
    count: () => entries.length,
    toText: () => encodeTape({ head, entries }),
  }
}

/** A recording under way. */
export interface SessionRecording extends Pick<TapeWriter, 'count' | 'toText'> {
  /** Records nothing more; what is on the tape stays. */
  readonly stop: () => void
}

// A transport that rejects breaks its promise; the session says so to the person, and the tape has nothing to tell.
const when = <Answer>(answer: Promise<Answer>, note: (answer: Answer) => void): void =>
  void answer.then(note, () => undefined)

const noteCall = (call: SessionCall, note: TapeWriter['note']): void => {
  const noteRead = (result: ReadResult) => note({ type: 'read', result })
  switch (call.name) {
    case 'receive':
      return note({ type: 'facts', facts: call.args[0] })
    case 'changeLink':
      return note({ type: 'link', change: call.args[0] })
    case 'report': {
      const { type, name, detail, bytes } = call.args[0]
      return note({ type: 'report', report: { type, name, detail, bytes } })
    }
    case 'submit': {
      const [command, intentId] = call.args
      note({ type: 'command', command, intentId })
      return when(call.result, (outcome) => note({ type: 'outcome', intentId, outcome }))
    }
    case 'read':
    case 'renewLink':
      return when(call.result, noteRead)
    // What is in a file is never on a tape; the rest brings nothing by itself.
    case 'upload':
    case 'resume':
    case 'stopListening':
    case 'wake':
    case 'close':
      return
  }
}

/**
 * Records a session from now on, beginning with all that it knows. Texts and parameters are left out and ids renamed,
 * unless `keepsContent`.
 */
export const recordTape = (session: Session, options: RecordOptions): SessionRecording => {
  const { note, count, toText } = createTapeWriter(session.capabilities, options)
  const known = factsOf(session.inspect().ledger)
  if (known.length > 0) note({ type: 'facts', facts: known })
  let isStopped = false
  const stopWatching = session.watch((call) =>
    noteCall(call, (entry) => {
      if (!isStopped) note(entry)
    }),
  )
  return {
    count,
    toText,
    stop() {
      isStopped = true
      stopWatching()
    },
  }
}
