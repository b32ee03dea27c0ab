import {
  createSession,
  type CallId,
  type Command,
  type ConversationEvent,
  type ConversationId,
  type Fact,
  type Failure,
  type MessageId,
  type Outcome,
  type ParameterSchema,
  type RunId,
  type Session,
  type Storage,
  type Transport,
} from '@threadwork/core'
import { systemClock } from '../clock/system-clock.ts'

/** A call that the assistant asks about. */
export interface SampleAsk {
  readonly skillName: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly schema?: readonly ParameterSchema[]
  /** Milliseconds for which it can be answered. */
  readonly lives?: number
}

export type Decided = Extract<Command, { type: 'decide' }>

export interface SampleSession {
  readonly session: Session
  /** What reached the backend, in order. */
  readonly decided: Decided[]
  /** Lets the backend say something. */
  readonly tell: (event: Record<string, unknown>) => void
}

export interface SampleScript {
  readonly asks: readonly SampleAsk[]
  /** Texts of the assistant before it asks, to make the thread long. */
  readonly said?: readonly string[]
  /** Why a decision does not arrive; `null` where it does. */
  readonly refuse?: (decision: Decided) => Failure['reason'] | null
  readonly canEditParameters?: boolean
}

// Samples name their ids by hand; a brand costs nothing at run time.
const runId = 'r1' as RunId
const began = Date.UTC(2026, 10, 19, 12, 3)

const memory = (): Storage => {
  const entries = new Map<string, string>()
  return {
    read: (key) => entries.get(key) ?? null,
    write: (key, value) => void entries.set(key, value),
    remove: (key) => void entries.delete(key),
  }
}

const failed = (reason: Failure['reason']): Outcome => ({
  status: 'failed',
  failure: {
    reason,
    message: 'The server had a fault and could not do this. Try again in a while.',
    requestId: null,
    retryAfter: null,
    fieldErrors: {},
  },
})

const asked = ({ skillName, parameters, schema = [], lives }: SampleAsk, index: number) => ({
  type: 'approval-required',
  skillName,
  skillId: null,
  callId: `call-${index + 1}` as CallId,
  scope: 'skill',
  parameters,
  schema,
  ...(lives === undefined ? {} : { expiresAt: began + lives }),
})

/** A session over a backend that asks for approvals, and remembers what it was told. */
export const sampleSession = (script: SampleScript): SampleSession => {
  const decided: Decided[] = []
  const facts: Fact[] = [
    {
      type: 'history-message',
      message: {
        messageId: 'u1' as MessageId,
        role: 'user',
        text: 'Cancel my three orders, please.',
        runId: null,
        at: began - 2000,
        intentId: null,
        revision: 0,
      },
    },
  ]
  const add = (event: Record<string, unknown>): Fact => {
    const seq = facts.length
    const whole = { runId, seq, at: began, eventId: `e${seq}`, ...event }
    const fact: Fact = { type: 'event', event: whole as unknown as ConversationEvent } // written out by the caller
    facts.push(fact)
    return fact
  }
  add({ type: 'turn-started' })
  for (const [index, text] of (script.said ?? []).entries())
    add({ type: 'message', messageId: `m${index}`, text })
  for (const [index, ask] of script.asks.entries()) add(asked(ask, index))

  let hear: (fact: Fact) => void = () => undefined
  const transport: Transport = {
    capabilities: {
      name: 'sample',
      delivery: 'pull',
      idempotent: [],
      commands: ['send-message', 'decide'],
      stop: 'stop-listening',
      canEditParameters: script.canEditParameters ?? false,
    },
    open: (_id, sink) => {
      hear = (fact) => sink.receive([fact])
      return {
        submit: (command) => {
          if (command.type !== 'decide') return Promise.resolve({ status: 'accepted', runId: null })
          decided.push(command)
          const reason = script.refuse?.(command) ?? null
          return Promise.resolve(reason === null ? { status: 'accepted', runId: null } : failed(reason))
        },
        read: () => Promise.resolve({ status: 'read', facts: [...facts], isExpired: false, problems: [] }),
        resume: () => Promise.resolve(true),
        renewLink: () => Promise.resolve({ status: 'read', facts: [], isExpired: false, problems: [] }),
        stopListening: () => undefined,
        wake: () => undefined,
        close: () => undefined,
      }
    },
  }
  const conversationId = `sample-${Math.random()}` as ConversationId
  return {
    session: createSession({ transport, conversationId, clock: systemClock, storage: memory() }),
    decided,
    tell: (event) => hear(add(event)),
  }
}
