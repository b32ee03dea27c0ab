import {
  type Clock,
  type ConversationEvent,
  type Fact,
  type Failure,
  type LinkChange,
  type ReadRequest,
  type ReadResult,
  type RunId,
  type Timer,
  type Transport,
  type TransportConnection,
  type TransportSink,
} from '@threadwork/core'
import { failureOf } from '@threadwork/testing'
import type { Chance } from './draw-conversation.ts'
import type { StoryBackend } from './story-backend.ts'

/** What goes wrong, from 0 (never) to 1; and what a test may count. */
export interface Weather {
  severity: number
  isOnline: boolean
  /** Whether runs can be opened again, as some servers allow. */
  readonly canResume: boolean
}

export interface Tally {
  /** Facts as they came, for a client that knows nothing better than to replay them. */
  readonly arrived: Fact[]
  /** Whose a bare event truly was, by its fact: the wire does not say so. */
  readonly origins: WeakMap<Fact, string>
  /** Commands whose answer this client never got. */
  readonly doubtful: Set<string>
  reads: number
  mostAtOnce: number
  /** Reads soon after another, and what may have called for them. */
  quickReads: number
  causes: number
}

export const createTally = (): Tally => ({
  arrived: [],
  origins: new WeakMap(),
  doubtful: new Set(),
  reads: 0,
  mostAtOnce: 0,
  quickReads: 0,
  causes: 0,
})

export interface FaultyTransport extends Transport {
  /** Breaks the open stream. */
  readonly drop: () => void
  readonly tally: Tally
}

const eventFact = (event: ConversationEvent): Fact => ({ type: 'event', event })
const ends = ['eof', 'error', 'idle', 'interrupted'] as const

/** A transport over the backend's own stores, with everything that a network does to it. */
export const faultyTransport = (
  backend: StoryBackend,
  clock: Clock,
  chance: Chance,
  weather: Weather,
): FaultyTransport => {
  const tally = createTally()
  const bad = (probability: number): boolean => chance.happens(probability * weather.severity)
  const wait = (most: number): Promise<void> =>
    new Promise((done) => clock.after(chance.between(5, most), done))
  let drop: () => void = () => undefined

  const connect = (outer: TransportSink): TransportConnection => {
    let isClosed = false
    let close: (() => void) | null = null
    let reading = 0
    let lastReadAt = -Infinity
    const sink: TransportSink = {
      receive: (facts) => {
        if (isClosed) return
        tally.arrived.push(...facts)
        outer.receive(facts)
      },
      changeLink: (change: LinkChange) => (isClosed ? undefined : outer.changeLink(change)),
      report: (report) => outer.report(report),
    }
    const end = (reason: 'finished' | 'aborted' | (typeof ends)[number]): void => {
      if (!close) return
      close()
      close = null
      tally.causes += 1
      const retryAfter = reason === 'interrupted' ? chance.between(100, 3000) : null
      sink.changeLink({ type: 'ended', reason, retryAfter, failure: null })
    }
    const stream = (runId: string, intentId: string | null, known: readonly ConversationEvent[]): void => {
      end('aborted')
      const timers = new Set<Timer>()
      let isMute = false
      let last = clock.now()
      const deliver = (event: ConversationEvent, delay: number): void => {
        // In order, unless the network turns two of them round.
        last = bad(0.05) ? clock.now() + delay : Math.max(last, clock.now() + delay)
        const timer = clock.after(last - clock.now(), () => {
          timers.delete(timer)
          sink.receive(bad(0.05) ? [eventFact(event), eventFact(event)] : [eventFact(event)])
          if (event.type === 'turn-ended') end('finished')
          else if (event.type === 'connection-required') end('interrupted')
          else if (bad(0.08)) end(chance.pick(ends))
        })
        timers.add(timer)
      }
      const hush = backend.listen(runId, (event) => {
        isMute ||= bad(0.02)
        if (isMute || bad(0.03)) return
        deliver(event, chance.between(0, 120))
      })
      const idle = clock.after(75_000, () => end('idle'))
      close = () => {
        hush()
        idle.cancel()
        for (const timer of timers) timer.cancel()
      }
      tally.causes += 1
      sink.changeLink({ type: 'opened', intentId: intentId as never, runId: runId as RunId }) // both are drawn ids
      if (intentId !== null)
        sink.changeLink({ type: 'run-named', intentId: intentId as never, runId: runId as RunId }) // as above
      for (const event of known) deliver(event, 10)
    }
    drop = () => end(chance.pick(ends))

    const unreachable = (): Failure | null => (weather.isOnline ? null : failureOf({ reason: 'unreachable' }))
    const answerRead = async (request: ReadRequest): Promise<ReadResult> => {
      const lag = bad(0.3) ? chance.between(0, 2000) : 0
      await wait(bad(0.1) ? 9000 : 400)
      const broken = unreachable() ?? (bad(0.12) ? failureOf({ reason: 'server-error' }) : null)
      if (broken) return { status: 'failed', failure: broken }
      const known = backend.history(lag).findIndex(({ messageId }) => messageId === request.knownMessageId)
      const page =
        known === -1 ? backend.history(lag) : backend.history(lag).slice(0, known + 1 + chance.between(0, 2))
      const parts: readonly (readonly Fact[])[] = [
        // Newest first; a page that fails leaves the older ones out.
        page.map((message) => ({ type: 'history-message', message })),
        backend.eventsSince(request.eventsSince, lag).map(eventFact),
        request.attempts.map((attemptId) => ({
          type: 'connection',
          connection: {
            attemptId,
            status: backend.isParked(attemptId) ? 'auth-required' : 'authorized',
            link: null,
          },
        })),
        [backend.state(lag)],
      ]
      const came = parts.map((part) => (bad(0.1) ? null : part))
      if (came[0] && came[0].length > 2 && bad(0.1)) came[0] = came[0].slice(0, 1)
      const problems = came.flatMap((part, place) =>
        part === null || part.length < (parts[place]?.length ?? 0)
          ? [failureOf({ reason: 'server-error' })]
          : [],
      )
      const facts = came.flatMap((part) => part ?? [])
      await wait(bad(0.2) ? 2000 : 50)
      if (unreachable()) return { status: 'failed', failure: failureOf({ reason: 'unreachable' }) }
      return {
        status: 'read',
        facts,
        isExpired: request.eventsSince === null && backend.isExpired() && came[1] !== null,
        problems,
      }
    }

    return {
      async submit(command, intentId) {
        tally.causes += 4
        const about = command.type === 'decide' ? command.callId : command.type
        // One answer that was lost keeps its call in doubt, whatever later tries are told.
        const wasDoubtful = tally.doubtful.has(about)
        tally.doubtful.add(about)
        await wait(150)
        if (!weather.isOnline) {
          if (!wasDoubtful && !isClosed) tally.doubtful.delete(about)
          return { status: 'failed', failure: failureOf({ reason: 'unreachable' }) }
        }
        const isLostBefore = bad(0.08)
        const refused = isLostBefore ? null : backend.take(command)
        const runId = backend.openRun()
        await wait(150)
        if (isLostBefore || bad(0.12) || isClosed || !weather.isOnline)
          return { status: 'failed', failure: failureOf({ reason: 'unknown-outcome' }) }
        if (!wasDoubtful && !isClosed) tally.doubtful.delete(about)
        if (refused !== null) return { status: 'failed', failure: failureOf({ reason: refused }) }
        if (command.type === 'send-message' && runId !== null)
          stream(runId, intentId, backend.runEvents(runId))
        return { status: 'accepted', runId: null }
      },
      async read(request) {
        reading += 1
        tally.reads += 1
        tally.mostAtOnce = Math.max(tally.mostAtOnce, reading)
        if (clock.now() - lastReadAt < 450) tally.quickReads += 1
        const result = await answerRead(request)
        reading -= 1
        lastReadAt = clock.now()
        if (result.status === 'read') tally.arrived.push(...result.facts)
        return result
      },
      async resume(runId, lastEventId) {
        await wait(200)
        if (!weather.canResume || !weather.isOnline || isClosed || bad(0.2)) return false
        if (backend.openRun() !== runId) return false
        const told = backend.runEvents(runId)
        const from = told.findIndex(({ eventId }) => eventId === lastEventId)
        stream(runId, null, told.slice(Math.max(0, from + 1 - chance.between(0, 2))))
        return true
      },
      renewLink: async () => ({ status: 'read', facts: [], isExpired: false, problems: [] }),
      stopListening: () => end('aborted'),
      wake: () => undefined,
      close: () => {
        isClosed = true
        close?.()
        close = null
      },
    }
  }

  return {
    capabilities: {
      name: 'schedule',
      delivery: 'pull',
      idempotent: [],
      commands: ['send-message', 'decide', 'submit-form'],
      stop: 'stop-listening',
    },
    open: (_, sink) => connect(sink),
    drop: () => drop(),
    tally,
  }
}
