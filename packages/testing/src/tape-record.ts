import type { Clock, Transport, TransportConnection, TransportSink } from '@threadwork/core'
import { encodeTape, type TapeEntry } from './tape-line.ts'
import { redact } from './tape-redact.ts'

export interface RecordOptions {
  readonly clock: Clock
  /** Keeps texts and parameters as they are. They are somebody's: ask before you share such a tape. */
  readonly keepsContent?: boolean
}

export interface Recording {
  /** Give this to the session in place of the transport that is recorded. */
  readonly transport: Transport
  /** The tape so far, as JSON lines. */
  toText(): string
}

// Distributes over the union, where Omit alone would not.
type Untimed<Entry> = Entry extends TapeEntry ? Omit<Entry, 'at'> : never
type Note = (entry: Untimed<TapeEntry>) => void

const recordSink = (sink: TransportSink, note: Note): TransportSink => ({
  receive: (facts) => {
    note({ type: 'facts', facts })
    sink.receive(facts)
  },
  changeLink: (change) => {
    note({ type: 'link', change })
    sink.changeLink(change)
  },
  report: (report) => {
    note({ type: 'report', report })
    sink.report(report)
  },
})

const recordConnection = (connection: TransportConnection, note: Note): TransportConnection => ({
  submit: async (command, intentId) => {
    note({ type: 'command', command, intentId })
    const outcome = await connection.submit(command, intentId)
    note({ type: 'outcome', intentId, outcome })
    return outcome
  },
  read: async (request) => {
    const result = await connection.read(request)
    note({ type: 'read', result })
    return result
  },
  renewLink: async (attemptId) => {
    const result = await connection.renewLink(attemptId)
    note({ type: 'read', result })
    return result
  },
  // What is in a file is never on a tape.
  ...(connection.upload ? { upload: (file, watch) => connection.upload!(file, watch) } : {}),
  resume: (runId, lastEventId) => connection.resume(runId, lastEventId),
  stopListening: () => connection.stopListening(),
  wake: () => connection.wake(),
  close: () => connection.close(),
})

/** Wraps a transport so that all it hears and is asked goes on a tape, with texts and parameters redacted. */
export const recordTape = (
  transport: Transport,
  { clock, keepsContent = false }: RecordOptions,
): Recording => {
  const began = clock.now()
  const entries: TapeEntry[] = []
  const note: Note = (entry) => {
    const kept = keepsContent ? entry : redact(entry)
    // Redaction changes texts alone, so the entry keeps its form.
    entries.push({ at: clock.now() - began, ...(kept as Untimed<TapeEntry>) })
  }
  const { capabilities } = transport
  return {
    transport: {
      capabilities,
      open: (conversationId, sink) =>
        recordConnection(transport.open(conversationId, recordSink(sink, note)), note),
    },
    toText: () =>
      encodeTape({ head: { tape: 'threadwork-tape/1', capabilities, isRedacted: !keepsContent }, entries }),
  }
}
