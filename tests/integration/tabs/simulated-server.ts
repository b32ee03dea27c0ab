import type {
  ConversationId,
  Fact,
  IntentId,
  LinkChange,
  QuietConnection,
  ReadResult,
  Transport,
  TransportCapabilities,
  TransportSink,
} from '@threadwork/core'
import { parseSseEvent, type VirtualClock } from '@threadwork/testing'
import type { SimulatedTab } from './simulated-browser.ts'

/** A server's end of a stream. */
interface Line {
  readonly tab: SimulatedTab
  readonly sink: TransportSink
  isOpen: boolean
  /** The message whose own stream it is, until it has named its run. */
  unnamed: IntentId | null
}

/** One conversation on a server, over either kind of wire. */
export interface SimulatedServer {
  /** The transport of one tab. */
  readonly transportFor: (tab: SimulatedTab) => Transport
  /** The streams that are open to tabs that still run. */
  readonly openStreams: () => readonly string[]
  /** How often a stream was opened. */
  readonly opened: () => number
  readonly reads: () => number
  /** When a stream was opened last, in milliseconds. */
  readonly openedAt: () => number
  /** The next event of the turn happens. */
  readonly emit: (event: string) => void
  readonly endTurn: (event: string) => void
  /** The ids of the messages that came. */
  readonly messages: () => readonly string[]
  /** What the next read brings, in the place of all that is known. */
  readonly answerReads: (answer: (() => readonly Fact[]) | null) => void
  readonly say: (fact: Fact) => void
}

const factOf = (event: string): Fact => {
  const step = parseSseEvent(event)
  if (step?.type !== 'heard') throw new TypeError(`“${event}” is no event in the notation of the scenarios.`)
  return step.fact
}

const wire = 5

const shared = { name: 'simulated', idempotent: [], commands: ['send-message', 'decide'] } as const
const pull: TransportCapabilities = { ...shared, delivery: 'pull', stop: 'stop-listening' }
const push: TransportCapabilities = { ...shared, delivery: 'push', stop: 'cancel' }

const ended = (reason: 'finished' | 'aborted' | 'eof'): LinkChange => ({
  type: 'ended',
  reason,
  retryAfter: null,
  failure: null,
})

/** A server with one conversation, on a virtual clock; five milliseconds away from everyone. */
export const simulatedServer = (clock: VirtualClock, delivery: 'pull' | 'push' = 'pull'): SimulatedServer => {
  const facts: Fact[] = []
  const messages: string[] = []
  let lines: Line[] = []
  let opened = 0
  let openedAt = 0
  let reads = 0
  let answer: (() => readonly Fact[]) | null = null

  const alive = (): readonly Line[] => {
    lines = lines.filter(({ isOpen, tab }) => isOpen && tab.isAlive())
    return lines
  }
  const after = (tab: SimulatedTab, task: () => void): void => void clock.after(wire, () => tab.run(task))
  const roundTrip = <Value>(tab: SimulatedTab, ask: () => Value): Promise<Value> =>
    new Promise((resolve) => {
      clock.after(wire, () => {
        const value = ask()
        after(tab, () => resolve(value))
      })
    })
  const deliver = (line: Line, some: readonly Fact[]): void =>
    after(line.tab, () => {
      if (!line.isOpen) return
      const [first] = some
      if (line.unnamed !== null && first?.type === 'event' && first.event.runId !== null) {
        line.sink.changeLink({ type: 'run-named', intentId: line.unnamed, runId: first.event.runId })
        line.unnamed = null
      }
      line.sink.receive(some)
    })
  const say = (fact: Fact): void => {
    facts.push(fact)
    for (const line of alive()) deliver(line, [fact])
  }
  const openLine = (tab: SimulatedTab, sink: TransportSink, unnamed: IntentId | null = null): Line => {
    const line: Line = { tab, sink, isOpen: true, unnamed }
    lines.push(line)
    opened += 1
    openedAt = clock.now()
    return line
  }
  const numberOf = (fact: Fact): number => (fact.type === 'event' ? (fact.event.seq ?? 0) : 0)

  const read = (tab: SimulatedTab): Promise<ReadResult> =>
    roundTrip(tab, () => {
      reads += 1
      return { status: 'read', facts: answer?.() ?? [...facts], isExpired: false, problems: [] }
    })

  const connect = (tab: SimulatedTab, sink: TransportSink): QuietConnection => {
    let own: Line | null = null
    let stops = 0
    const end = (reason: 'aborted'): void => {
      if (own?.isOpen !== true) return
      own.isOpen = false
      own = null
      if (delivery === 'pull') sink.changeLink(ended(reason))
    }
    const submit = async (text: string, intentId: IntentId): Promise<void> => {
      await roundTrip(tab, () => {
        messages.push(intentId)
        const at = 1_767_268_800_000 + messages.length
        const messageId = `u${messages.length}` as never // the server's own name
        say({
          type: 'history-message',
          message: { messageId, role: 'user', text, runId: null, at, intentId, revision: 0 },
        })
        if (delivery === 'pull') own = openLine(tab, sink, intentId)
      })
      if (own) sink.changeLink({ type: 'opened', intentId, runId: null })
    }
    return {
      submit: async (command, intentId) => {
        if (command.type === 'send-message') {
          end('aborted')
          await submit(command.text, intentId)
        } else await roundTrip(tab, () => undefined)
        return { status: 'accepted', runId: null }
      },
      read: () => read(tab),
      resume: async (runId, lastEventId) => {
        if (delivery === 'push') return false
        const before = stops
        const line = await roundTrip(tab, () => openLine(tab, sink))
        if (stops !== before) {
          line.isOpen = false
          return false
        }
        end('aborted')
        own = line
        sink.changeLink({ type: 'opened', intentId: null, runId })
        // Event ids are numbers here: all behind the last one that this tab has.
        const missed = facts.filter(
          (fact) => fact.type === 'event' && numberOf(fact) > Number(lastEventId ?? 0),
        )
        deliver(line, missed)
        return true
      },
      renewLink: () => read(tab),
      stopListening: () => {
        stops += 1
        end('aborted')
      },
      listen: (isListening) => {
        if (!isListening) return end('aborted')
        if (own !== null) return
        const mine: Line = { tab, sink, isOpen: true, unnamed: null }
        own = mine
        clock.after(wire * 4, () => {
          if (!mine.isOpen || !tab.isAlive()) return
          lines.push(mine)
          opened += 1
          openedAt = clock.now()
          deliver(mine, [...facts])
          after(tab, () => mine.isOpen && sink.changeLink({ type: 'reconnected' }))
        })
      },
      wake: () => undefined,
      close: () => {
        if (own) own.isOpen = false
        own = null
      },
    }
  }

  return {
    transportFor: (tab) => {
      const open = (_id: ConversationId, sink: TransportSink): QuietConnection => connect(tab, sink)
      if (delivery === 'pull') return { capabilities: pull, open }
      const openLoud = (id: ConversationId, sink: TransportSink): QuietConnection => {
        const connection = open(id, sink)
        connection.listen(true)
        return connection
      }
      return { capabilities: push, open: openLoud, openQuiet: open }
    },
    openStreams: () =>
      alive()
        .filter(({ tab }) => tab.isRunning())
        .map(({ tab }) => tab.name),
    opened: () => opened,
    openedAt: () => openedAt,
    reads: () => reads,
    messages: () => messages,
    emit: (event) => say(factOf(event)),
    endTurn: (event) => {
      say(factOf(event))
      for (const line of alive())
        after(line.tab, () => {
          if (!line.isOpen || delivery === 'push') return
          line.isOpen = false
          line.sink.changeLink(ended('finished'))
        })
    },
    answerReads: (next) => {
      answer = next
    },
    say,
  }
}
