import type {
  ConversationId,
  Failure,
  LinkChange,
  QuietConnection,
  ReadRequest,
  ReadResult,
  TransportConnection,
  TransportSink,
} from '@threadwork/core'
import { createCircle, type Standing } from './circle.ts'
import { readUnovertaken } from './read-unovertaken.ts'
import { requestsOf } from './requests-of.ts'
import { createSilenceWatch } from './silence-watch.ts'
import type { Hold, LockManner, TabPorts } from './tab-ports.ts'
import type { LeaderWord, SharedChange } from './word.ts'

export interface PushParts {
  readonly open: (conversationId: ConversationId, sink: TransportSink) => QuietConnection
  readonly ports: TabPorts
  /** The name of the conversation's channel and lock. */
  readonly name: string
}

type Reconnecting = Extract<LinkChange, { readonly type: 'reconnecting' }>

const reconnecting = (attempt: number, failure: Failure | null = null): Reconnecting => ({
  type: 'reconnecting',
  attempt,
  retryIn: null,
  failure,
})

const everything: ReadRequest = { eventsSince: null, knownMessageId: null, attempts: [] }
/** Milliseconds; several tabs that miss the same leader do not take its place in the same moment. */
const mostHaste = 150

/** Shares the lasting connection of a push transport: one tab listens, and tells the others what it hears. */
export const openPush = (
  parts: PushParts,
  conversationId: ConversationId,
  sink: TransportSink,
): TransportConnection => {
  const { ports, name } = parts
  const { clock, locks } = ports
  let hold: Hold | null = null
  let isAway = false
  /** The leading tab's connection is whole, as far as it told. */
  let isLive = false
  /** Grows with whatever makes a catching up that is under way pointless. */
  let turn = 0
  let deliveries = 0
  let reading: Promise<ReadResult> | null = null

  const tell = (change: SharedChange): void => {
    isLive = change.type === 'reconnected'
    sink.changeLink(change)
  }

  const read = (request: ReadRequest): Promise<ReadResult> => {
    const mine = readUnovertaken(
      () => inner.read(request),
      () => deliveries,
    )
    reading = mine
    const done = (): void => {
      if (reading === mine) reading = null
    }
    mine.then(done, done)
    return mine
  }

  const catchUp = async (attempt: number, mine: number): Promise<void> => {
    const result = await (reading ?? read(everything)).catch(() => null)
    if (mine !== turn) return
    if (result?.status === 'read') {
      // The session may have asked for it and take it too; twice changes nothing.
      sink.receive(result.facts)
      return tell({ type: 'reconnected' })
    }
    tell(reconnecting(attempt, result?.failure ?? null))
    clock.after(Math.min(1000 * 2 ** (attempt - 1), 8000), () => {
      if (mine === turn) void catchUp(attempt + 1, mine)
    })
  }
  const startCatchingUp = (): void => {
    turn += 1
    void catchUp(1, turn)
  }

  const lead = (): void => {
    turn += 1
    watch.stop()
    circle.lead()
    // At the very beginning nothing was told yet, and nothing is lost.
    if (isLive) tell(reconnecting(1))
    inner.listen(true)
  }
  const follow = (): void => {
    turn += 1
    circle.quit()
    inner.listen(false)
    watch.start()
    request('wait')
    circle.ask()
  }
  const request = (manner: LockManner): void => {
    hold?.release()
    const mine = locks.request(name, manner, {
      onHeld: () => hold === mine && lead(),
      onLost: () => hold === mine && follow(),
    })
    hold = mine
  }

  const watch = createSilenceWatch({
    clock,
    isVisible: ports.isVisible,
    ask: () => circle.ask(),
    onSilent: () => {
      const mine = ++turn
      if (isLive) tell(reconnecting(1))
      clock.after(clock.random() * mostHaste, () => {
        if (mine === turn && !isAway) request('steal')
      })
    },
  })

  const hearLink = (change: SharedChange, isGap: boolean): void => {
    // Before `reconnected` the leader tells its whole history, if that was heard.
    if (change.type === 'reconnected' && isGap) return startCatchingUp()
    turn += 1
    tell(change)
  }

  const hearWord = (word: LeaderWord, { isNew, isGap }: Standing): void => {
    if (isAway) return
    watch.hear()
    if (word.type === 'bye') {
      turn += 1
      if (isLive) tell(reconnecting(1))
      return
    }
    if (isNew) watch.start()
    if (word.type === 'facts') {
      deliveries += 1
      sink.receive(word.facts)
    }
    if (word.type === 'link') hearLink(word.change, isGap)
    else if (word.type === 'lead' && !word.isOpen && isLive) tell(reconnecting(1))
    else if (isGap || (word.type === 'lead' && word.isOpen && !isLive)) startCatchingUp()
  }

  const circle = createCircle(ports, name, {
    onAsk: () => circle.tellLead(isLive, null),
    onWord: hearWord,
    // Events of a hub have no numbers: the leader of now tells them too, and twice is not once.
    onLate: () => undefined,
  })

  const inner = parts.open(conversationId, {
    receive: (facts) => {
      if (!circle.isLeading()) return
      circle.tellFacts(facts)
      sink.receive(facts)
    },
    changeLink: (change) => {
      if (change.type === 'run-named') return sink.changeLink(change)
      if (!circle.isLeading()) return
      circle.tellLink(change)
      tell(change)
    },
    report: (report) => sink.report(report),
  })

  const begin = (): void => {
    circle.open()
    watch.start()
    request('wait')
    circle.ask()
  }
  const putAway = (): void => {
    if (isAway) return
    isAway = true
    turn += 1
    watch.stop()
    if (circle.isLeading()) circle.sayBye()
    inner.listen(false)
    hold?.release()
    circle.close()
  }
  const comeBack = (): void => {
    if (!isAway) return
    isAway = false
    tell(reconnecting(1))
    begin()
  }
  const stopWatchingPage = ports.watchPage({ onPutAway: putAway, onBack: comeBack })
  begin()

  return {
    ...requestsOf(inner),
    read,
    wake: () => {
      if (circle.isLeading()) inner.wake()
      else circle.ask()
    },
    close: () => {
      putAway()
      stopWatchingPage()
      inner.close()
    },
  }
}
