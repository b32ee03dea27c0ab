import type { Clock, Transport, TransportSink } from '@threadwork/core'
import { createTally, type FaultyTransport } from './faulty-transport.ts'

// What the network of a test writes beside a bare event.
const originIn = (payload: unknown): string | null =>
  payload === undefined ? null : (/"of:([^"]+)"/u.exec(JSON.stringify(payload))?.[1] ?? null)

/** Counts what passes through a real adapter, for the oracle and for the control. */
export const watchedTransport = (transport: Transport, clock: Clock, drop: () => void): FaultyTransport => {
  const tally = createTally()

  const open: Transport['open'] = (conversationId, outer) => {
    let isClosed = false
    let reading = 0
    let lastReadAt = -Infinity
    const sink: TransportSink = {
      receive: (facts) => {
        if (!isClosed) tally.arrived.push(...facts)
        outer.receive(facts)
      },
      changeLink: (change) => {
        tally.causes += 1
        outer.changeLink(change)
      },
      report: (report) => {
        const origin = originIn(report.heard?.payload)
        if (origin !== null) for (const fact of report.heard?.facts ?? []) tally.origins.set(fact, origin)
        outer.report(report)
      },
    }
    const connection = transport.open(conversationId, sink)
    return {
      ...connection,
      submit: async (command, intentId) => {
        tally.causes += 4
        const about = command.type === 'decide' ? command.callId : command.type
        // One answer that was lost keeps its call in doubt, whatever later tries are told.
        const wasDoubtful = tally.doubtful.has(about)
        tally.doubtful.add(about)
        const outcome = await connection.submit(command, intentId)
        const isLost = outcome.status === 'failed' && outcome.failure.reason === 'unknown-outcome'
        if (!isLost && !wasDoubtful && !isClosed) tally.doubtful.delete(about)
        return outcome
      },
      read: async (request) => {
        reading += 1
        tally.reads += 1
        tally.mostAtOnce = Math.max(tally.mostAtOnce, reading)
        if (clock.now() - lastReadAt < 450) tally.quickReads += 1
        const result = await connection.read(request)
        reading -= 1
        lastReadAt = clock.now()
        if (result.status === 'read') tally.arrived.push(...result.facts)
        return result
      },
      close: () => {
        isClosed = true
        connection.close()
      },
    }
  }

  return { capabilities: transport.capabilities, open, drop, tally }
}
