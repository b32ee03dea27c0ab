import type { Transport, TransportConnection, TransportSink } from '@threadwork/core'
import { createTapeWriter, type RecordOptions, type TapeWriter } from '@threadwork/core/inspect'

export interface Recording {
  /** Give this to the session in place of the transport that is recorded. */
  readonly transport: Transport
  /** The tape so far, as JSON lines. */
  toText(): string
}

type Note = TapeWriter['note']

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
    const { type, name, detail, bytes } = report
    note({ type: 'report', report: { type, name, detail, bytes } })
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

/**
 * Wraps a transport so that all it hears and is asked goes on a tape, with texts and parameters left out and ids
 * renamed. A session that is there already is recorded by `recordTape` of `@threadwork/core/inspect`.
 */
export const recordTape = (transport: Transport, options: RecordOptions): Recording => {
  const { capabilities } = transport
  const { note, toText } = createTapeWriter(capabilities, options)
  return {
    transport: {
      capabilities,
      open: (conversationId, sink) =>
        recordConnection(transport.open(conversationId, recordSink(sink, note)), note),
    },
    toText,
  }
}
