import type {
  ConversationId,
  LinkChange,
  ReadRequest,
  ReadResult,
  RunId,
  Transport,
  TransportConnection,
  TransportSink,
} from '@threadwork/core'
import { createCircle, type Standing } from './circle.ts'
import { createPullLead } from './pull-lead.ts'
import { requestsOf } from './requests-of.ts'
import { createSilenceWatch } from './silence-watch.ts'
import type { StreamSlots } from './stream-slots.ts'
import type { Hold, TabPorts } from './tab-ports.ts'
import type { LeaderWord, SharedChange } from './word.ts'

export interface PullParts {
  readonly transport: Transport
  readonly ports: TabPorts
  /** The name of the conversation's channel and lock. */
  readonly name: string
  readonly slots: StreamSlots
}

/**
 * What this tab's session believes of the stream. `none`: there is none. `opening`: this tab tries to open it. `own`: it
 * is this tab's. `shared`: another tab has it.
 */
type Believed = 'none' | 'opening' | 'own' | 'shared'

type Ended = Extract<LinkChange, { readonly type: 'ended' }>

const ended = (reason: Ended['reason']): Ended => ({ type: 'ended', reason, retryAfter: null, failure: null })

/** A leader that is gone may have said why on another way: milliseconds in which that still counts. */
const lastWords = 100

/** Shares the streams of one conversation of a pull transport: who has one tells the other tabs what it hears. */
export const openPull = (
  parts: PullParts,
  conversationId: ConversationId,
  sink: TransportSink,
): TransportConnection => {
  const { ports, name } = parts
  const { clock, locks } = ports
  let believed: Believed = 'none'
  let waiting: Hold | null = null
  /** An own question is on its way: the answer belongs to a read that has just begun. */
  let isAsking = false
  let tries = 0
  /** The person stopped listening. */
  let isDeaf = false
  let isAway = false

  const watch = createSilenceWatch({
    clock,
    isVisible: ports.isVisible,
    ask: () => circle.ask(),
    onSilent: () => {
      lead.takeByForce()
      leave(ended('eof'))
    },
  })

  // Granted when the browser has freed the lock of a tab that closed or crashed.
  const inherit = (): void => {
    const mine = waiting
    clock.after(lastWords, () => {
      if (waiting !== mine || believed !== 'shared') return
      circle.sayBye()
      leave(ended('eof'))
    })
  }
  const join = (): void => {
    believed = 'shared'
    waiting?.release()
    waiting = locks.request(name, 'wait', { onHeld: inherit, onLost: join })
    watch.start()
  }
  const part = (): void => {
    waiting?.release()
    waiting = null
    watch.stop()
    believed = 'none'
  }
  const leave = (change: Ended): void => {
    if (believed !== 'shared') return
    part()
    sink.changeLink(change)
  }

  const follow = (runId: RunId | null, isReadBeside: boolean): void => {
    lead.giveUp()
    join()
    // To a session a finished stream means: read once more. That brings what no event carries, the person's own message.
    if (!isReadBeside) sink.changeLink(ended('finished'))
    if (believed === 'shared') sink.changeLink({ type: 'opened', intentId: null, runId })
  }

  const hearLead = (word: Extract<LeaderWord, { type: 'lead' }>, { isNew, isGap }: Standing): void => {
    const isAnswer = isAsking
    isAsking = false
    lead.hearAnswer()
    if (!word.isOpen) {
      if (!isNew) leave(ended('eof'))
    } else if (believed !== 'shared') follow(word.runId, isAnswer)
    else if (isGap) follow(word.runId, false)
  }

  const hearLink = (change: SharedChange, isGap: boolean): void => {
    if (change.type === 'opened') follow(change.runId, false)
    else if (change.type === 'ended') leave(isGap ? ended('finished') : change)
  }

  const hearWord = (word: LeaderWord, standing: Standing): void => {
    if (isDeaf || isAway) return
    watch.hear()
    switch (word.type) {
      case 'lead':
        return hearLead(word, standing)
      case 'facts':
        sink.receive(word.facts)
        if (standing.isGap && believed === 'shared') follow(null, false)
        return
      case 'link':
        return hearLink(word.change, standing.isGap)
      case 'bye':
        return leave(ended('eof'))
    }
  }

  const circle = createCircle(ports, name, {
    onAsk: () => circle.tellLead(believed === 'own', null),
    onWord: hearWord,
    // A fact is a fact, whoever heard it and however late.
    onLate: (word) => {
      if (word.type === 'facts' && !isDeaf && !isAway) sink.receive(word.facts)
    },
  })

  const lead = createPullLead({
    ...parts,
    circle,
    // Another tab sent a message, or took this one for dead: its stream is this one's from now on.
    onLost: () => {
      const hadStream = believed === 'own'
      believed = 'none'
      inner.stopListening()
      if (!hadStream) return
      join()
      circle.ask()
    },
    onSlotLost: () => {
      const hadStream = believed === 'own'
      believed = 'none'
      lead.giveUp()
      inner.stopListening()
      if (hadStream) sink.changeLink(ended('eof'))
    },
  })

  const changeLink = (change: LinkChange): void => {
    if (change.type === 'run-named') return sink.changeLink(change)
    if (change.type === 'opened') {
      // It was asked for before another tab took the lead, or the page went: a message's own stream alone comes unasked.
      if (change.intentId === null && believed !== 'opening') return inner.stopListening()
      part()
      believed = 'own'
      lead.claim()
    } else if (change.type === 'ended') {
      // The end of a stream that another tab's has followed is nobody's news.
      if (believed !== 'own') return
      believed = 'none'
    }
    const isStopped = change.type === 'ended' && change.reason === 'aborted'
    circle.tellLink(isStopped ? ended('eof') : change)
    if (change.type === 'ended') lead.rest()
    sink.changeLink(change)
  }

  const inner = parts.transport.open(conversationId, {
    receive: (facts) => {
      circle.tellFacts(facts)
      sink.receive(facts)
    },
    changeLink,
    report: (report) => sink.report(report),
  })

  const read = async (request: ReadRequest): Promise<ReadResult> => {
    const result = await inner.read(request)
    isAsking = false
    return result
  }
  const resume = async (runId: RunId, lastEventId: string | null): Promise<boolean> => {
    isDeaf = false
    if (isAway || believed === 'opening') return false
    if (believed !== 'none') return true
    believed = 'opening'
    isAsking = true
    const mine = (tries += 1)
    const isOpen = await lead.resume(() => inner.resume(runId, lastEventId))
    // Meanwhile another tab may have told of its stream, or the page may have gone, come back and tried anew.
    const now = believed as Believed
    if (now === 'opening' && mine === tries) believed = 'none'
    return isOpen || now === 'shared'
  }

  const begin = (): void => {
    circle.open()
    // In the middle of a turn the rest of it is heard from the first moment on.
    isAsking = true
    circle.ask()
  }
  const putAway = (): void => {
    if (isAway) return
    isAway = true
    const hadOwn = believed === 'own' || believed === 'opening'
    part()
    lead.giveUp()
    if (hadOwn) inner.stopListening()
    circle.close()
  }
  const comeBack = (): void => {
    if (!isAway) return
    isAway = false
    begin()
    // Nothing that happened meanwhile was heard: to a session a finished stream means, read at once.
    if (!isDeaf) sink.changeLink(ended('finished'))
  }

  const stopWatchingPage = ports.watchPage({ onPutAway: putAway, onBack: comeBack })
  begin()

  return {
    ...requestsOf(inner),
    read,
    submit: (command, intentId) => {
      if (command.type === 'send-message') isDeaf = false
      return inner.submit(command, intentId)
    },
    resume,
    stopListening: () => {
      isDeaf = true
      if (believed === 'shared') return leave(ended('aborted'))
      if (believed === 'opening') {
        believed = 'none'
        lead.giveUp()
      }
      inner.stopListening()
    },
    wake: () => {
      isDeaf = false
      if (believed === 'shared') circle.ask()
      inner.wake()
    },
    close: () => {
      putAway()
      stopWatchingPage()
      inner.close()
    },
  }
}
