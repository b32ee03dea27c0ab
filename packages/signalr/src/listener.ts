import type { ConversationId, Fact, HeardEvent, TransportSink } from '@threadwork/core'
import { createProgressWatch } from './linear-progress.ts'
import { translateHistory, translateHubEvent } from './translate.ts'
import { decodeHubEvent, type HubEvent } from './wire-event.ts'
import type { HeardHistory } from './wire-history.ts'
import type { HubEventName } from './wire.ts'

/** One invocation by the hub, as it came. */
export interface HubCall {
  readonly name: HubEventName
  readonly args: readonly unknown[]
}

/** Turns what the hub called into facts for the session, and tells the inspector of each call. */
export interface Listener {
  /** Grows with each delivery: who reads beside the listener sees whether it was overtaken. */
  readonly deliveries: () => number
  readonly deliver: (calls: readonly HubCall[]) => void
  readonly deliverHistory: (history: HeardHistory) => void
  readonly hearUnknown: (name: string) => void
  /** A call that was pushed out of a full buffer; the history makes up for it. */
  readonly drop: (call: HubCall) => void
}

export function createListener(conversationId: ConversationId, sink: TransportSink): Listener {
  const progress = createProgressWatch()
  let newestAt = 0
  let deliveries = 0

  const report = (
    type: 'event' | 'ignored' | 'malformed' | 'problem',
    name: string,
    detail: string,
    heard?: HeardEvent,
  ): void => sink.report({ type, name, detail, bytes: null, ...(heard ? { heard } : {}) })

  const receive = (facts: readonly Fact[]): void => {
    for (const fact of facts)
      if (fact.type === 'history-message') newestAt = Math.max(newestAt, fact.message.at)
    if (facts.length === 0) return
    deliveries += 1
    sink.receive(facts)
  }

  const factsOf = ({ name, args }: HubCall): readonly Fact[] => {
    const decoded = decodeHubEvent(name, args)
    if (decoded.status === 'malformed') {
      report('malformed', name, decoded.problem)
      return []
    }
    const event = decoded.value
    if (event.conversationId !== null && event.conversationId !== conversationId) {
      report('ignored', name, 'of another conversation')
      return []
    }
    const { facts, problems } = translateHubEvent(event, newestAt)
    report('event', name, detailOf(event), { payload: args, facts })
    const violation = progress.judge(event)
    if (violation !== null) report('problem', name, violation)
    for (const problem of problems) report('problem', name, problem)
    return facts
  }

  return {
    deliveries: () => deliveries,
    deliver: (calls) => receive(calls.flatMap(factsOf)),
    deliverHistory: (history) => {
      const { facts, problems } = translateHistory(history)
      for (const problem of problems) report('problem', 'history', problem)
      progress.forget()
      receive(facts)
    },
    hearUnknown: (name) => report('ignored', name, 'an unknown hub event; it changes nothing'),
    drop: ({ name }) => report('problem', name, 'dropped: too many events came while the history was read'),
  }
}

function detailOf(event: HubEvent): string {
  if (event.type === 'MessageReceived') return `message ${event.message.messageId}`
  return event.seq === null ? 'no seq' : `seq ${event.seq}`
}
