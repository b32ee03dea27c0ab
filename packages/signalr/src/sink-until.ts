import type { TransportSink } from '@threadwork/core'

/** A sink that takes nothing any more once `closing` is aborted, whatever was still under way. */
export function sinkUntil(closing: AbortSignal, sink: TransportSink): TransportSink {
  return {
    receive: (facts) => {
      if (!closing.aborted) sink.receive(facts)
    },
    changeLink: (change) => {
      if (!closing.aborted) sink.changeLink(change)
    },
    report: (report) => {
      if (!closing.aborted) sink.report(report)
    },
  }
}
