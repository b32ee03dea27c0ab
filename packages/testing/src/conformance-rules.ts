import type { ConversationEvent, Fact, ReadRequest, ReadResult } from '@threadwork/core'
import type { Ear } from './conformance-ear.ts'
import type { ConformanceSubject } from './conformance-subject.ts'
import { named } from './named.ts'
import { timeOf } from './scenario-time.ts'

/** What a rule may lean on. A rule throws an `Error` that says what came out instead. */
export interface RuleParts {
  readonly subject: ConformanceSubject
  readonly ear: Ear
  /** Opens the live stream where that takes a message. */
  readonly openStream: () => Promise<void>
  /** Events of the wire's own family, numbered from 1. */
  readonly events: (count: number) => readonly ConversationEvent[]
}

export interface ConformanceRule {
  readonly name: string
  check(parts: RuleParts): Promise<void>
}

/** A read that leaves nothing out. */
export const everything: ReadRequest = { eventsSince: null, knownMessageId: null, attempts: [] }

const must = (isKept: boolean, problem: string): void => {
  if (!isKept) throw new Error(problem)
}

const eventsOf = (facts: readonly Fact[]): readonly ConversationEvent[] =>
  facts.flatMap((fact) => (fact.type === 'event' ? [fact.event] : []))

// Times and numbers may be lost on a poor wire; what an event is about may not.
const subjectOf = (event: ConversationEvent): string =>
  event.type === 'unknown'
    ? `unknown ${event.name}`
    : `${event.type} ${'skillName' in event ? event.skillName : 'stepId' in event ? event.stepId : ''}`

const factsOf = (result: ReadResult): readonly Fact[] => {
  if (result.status === 'failed') throw new Error(`The read failed: ${result.failure.message}`)
  return result.facts
}

const messages: readonly Fact[] = (['user', 'agent'] as const).map((role, index) => ({
  type: 'history-message',
  message: {
    messageId: named.message(`m${index + 1}`),
    role,
    text: `text ${index + 1}`,
    runId: null,
    at: timeOf(index),
    intentId: null,
    revision: 0,
  },
}))

const messageIds = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap((fact) => (fact.type === 'history-message' ? [fact.message.messageId] : [])).sort()

/** The rules of the transport port, whatever the wire. */
export const conformanceRules: readonly ConformanceRule[] = [
  {
    name: 'says what it can do, and that sending is part of it',
    check: async ({ subject: { transport } }) => {
      const { commands, idempotent } = transport.capabilities
      must(commands.includes('send-message'), `commands are ${commands.join(', ')}`)
      must(
        idempotent.every((type) => commands.includes(type)),
        `idempotent names a command that it does not have: ${idempotent.join(', ')}`,
      )
    },
  },
  {
    name: 'delivers live events in the order in which they were sent, each once',
    check: async ({ subject, ear, openStream, events }) => {
      const sent = events(6)
      await openStream()
      await subject.say(sent)
      await ear.until(() => eventsOf(ear.facts).length >= sent.length)
      const heard = eventsOf(ear.facts).map(subjectOf)
      must(heard.join() === sent.map(subjectOf).join(), `heard ${heard.join(', ') || 'nothing'}`)
    },
  },
  {
    name: 'passes an unknown event on as unknown and goes on',
    check: async ({ subject, ear, openStream, events }) => {
      const [first] = events(1)
      if (first === undefined) return
      await openStream()
      const envelope = { runId: first.runId, seq: null, at: first.at, eventId: null }
      await subject.say([
        { ...envelope, type: 'unknown', name: 'conformance.unheard_of', payload: {} },
        first,
      ])
      await ear.until(() => eventsOf(ear.facts).some(({ type }) => type === first.type))
      const types = eventsOf(ear.facts).map(({ type }) => type)
      must(
        types.includes(first.type),
        `the event behind it did not come; heard ${types.join(', ') || 'nothing'}`,
      )
      must(
        types.every((type) => type === 'unknown' || type === first.type),
        `it became ${types.join(', ')}`,
      )
    },
  },
  {
    name: 'reads the history',
    check: async ({ subject, ear }) => {
      await subject.keep(messages)
      const read = messageIds(factsOf(await ear.connection.read(everything)))
      must(read.join() === 'm1,m2', `the read brought ${read.join(', ') || 'no messages'}`)
    },
  },
  {
    name: 'reads the same when it reads again',
    check: async ({ subject, ear }) => {
      await subject.keep(messages)
      const once = messageIds(factsOf(await ear.connection.read(everything)))
      const twice = messageIds(factsOf(await ear.connection.read(everything)))
      must(once.join() === twice.join(), `first ${once.join(', ')}, then ${twice.join(', ')}`)
    },
  },
  {
    name: 'sends a command once',
    check: async ({ subject, ear }) => {
      await ear.send()
      await ear.until(() => subject.commandCount() > 1)
      must(subject.commandCount() === 1, `the backend received ${subject.commandCount()}`)
    },
  },
  {
    name: 'names the message whose stream it opens, where a message opens one',
    check: async ({ subject, ear }) => {
      if (subject.transport.capabilities.delivery === 'push') return
      const intentId = await ear.send()
      const isNamed = await ear.until(() =>
        ear.changes.some((change) => 'intentId' in change && change.intentId === intentId),
      )
      must(isNamed, `the link changed by ${ear.changes.map(({ type }) => type).join(', ') || 'nothing'}`)
    },
  },
  {
    name: 'tells that the live connection broke, and never that the turn is over',
    check: async ({ subject, ear, openStream, events }) => {
      await openStream()
      await subject.say(events(1))
      await ear.until(() => eventsOf(ear.facts).length > 0)
      await subject.cut()
      const isTold = await ear.until(() =>
        ear.changes.some(({ type }) => type === 'ended' || type === 'reconnecting'),
      )
      must(isTold, 'nothing was told')
      must(
        !ear.changes.some((change) => change.type === 'ended' && change.reason === 'finished'),
        'it called the turn finished',
      )
    },
  },
  {
    name: 'answers a command that it does not have with a failure',
    check: async ({ subject: { transport }, ear }) => {
      if (transport.capabilities.commands.includes('skip-connection')) return
      const command = { type: 'skip-connection', attemptId: named.attempt('a1') } as const
      const { status } = await ear.connection.submit(command, named.intent('unsupported'))
      must(status === 'failed', 'it was accepted')
    },
  },
  {
    name: 'is silent once it is closed, and can be closed twice',
    check: async ({ subject, ear, openStream, events }) => {
      await openStream()
      ear.connection.close()
      ear.connection.close()
      const before = ear.facts.length
      await Promise.resolve(subject.say(events(2))).catch(() => undefined) // nobody may be left to say it to
      await ear.until(() => ear.facts.length > before)
      must(ear.facts.length === before, `${ear.facts.length - before} facts came`)
    },
  },
  {
    name: 'refuses commands once it is closed, without throwing',
    check: async ({ ear }) => {
      ear.connection.close()
      const command = { type: 'send-message', text: 'hello' } as const
      const { status } = await ear.connection.submit(command, named.intent('late'))
      must(status === 'failed', 'it was accepted')
    },
  },
]
