import type { ConversationEvent, JsonObject } from '@threadwork/engine'
import type { BackendClock } from '../clock.ts'
import type { MakeId } from '../ids.ts'
import type { Cause, FactsEvent, FactsOwner, OutsideEvent } from './facts-event.ts'
import type { FactsRecord } from '../store/run-records.ts'
import type { Store } from '../store/store.ts'
import type { UnitOfWork } from '../store/unit-of-work.ts'
import { type FactsChange, changeFacts } from './change-facts.ts'
import { type Contacts, mergeMemory } from './contacts.ts'
import { conversationOf, newFacts, withMessage } from './conversation-facts.ts'

/** How a change went: the facts after it, or the sentence that says why it was not made. */
export type FactsResult =
  | { readonly type: 'changed'; readonly facts: FactsRecord }
  | { readonly type: 'refused'; readonly error: string }

/** What is known of conversations beside their messages. Every event is heard inside the transaction that causes it. */
export interface Facts {
  /** The facts of a conversation of this team; `null` for everybody else's. */
  get(teamId: string, conversationId: string): FactsRecord | null
  list(teamId: string): readonly FactsRecord[]
  /** The facts of a conversation, made where there are none; nothing fires before somebody writes. */
  open(owner: FactsOwner): FactsRecord
  /** Somebody writes: the first message makes a conversation new, one after a long silence begins a session, and one in a resolved conversation opens it. */
  noteMessage(owner: FactsOwner, text: string): FactsRecord
  change(owner: FactsOwner, change: FactsChange, cause?: Cause): FactsResult
  /** Merges into the session's memory; `null` takes a key away. */
  rememberInSession(owner: FactsOwner, memory: JsonObject): FactsRecord
  /** Forgets a conversation that was deleted. */
  forget(conversationId: string): void
  /** What an event tells of the conversation as it is now. */
  describe(facts: FactsRecord): Pick<ConversationEvent, 'conversation' | 'contact' | 'session'>
  /** Lets happen what came from outside, on the conversation as it is now. */
  fire(owner: FactsOwner, caused: OutsideEvent, cause?: Cause): FactsResult
}

/** What facts work with. */
export interface FactsPorts {
  readonly store: Store
  readonly unit: UnitOfWork
  readonly clock: BackendClock
  readonly makeId: MakeId
  readonly contacts: Contacts
  /** Milliseconds of silence after which a message begins a new session. */
  readonly sessionIdleMs: number
  /** Says why an event must not happen, before anything of it is kept; `null` lets it. */
  readonly refuse: (event: FactsEvent) => string | null
  /** Hears of an event inside its transaction. */
  readonly onEvent: (event: FactsEvent) => void
}

const byHand: Cause = { depth: 0, message: null }

export function createFacts(ports: FactsPorts): Facts {
  const { store, unit, clock } = ports
  const get = (teamId: string, conversationId: string): FactsRecord | null => {
    const facts = store.get('facts', conversationId)
    return facts?.parent === teamId ? facts : null
  }
  const describe: Facts['describe'] = (facts) => ({
    conversation: conversationOf(facts),
    contact: ports.contacts.memory(facts.parent, facts.userId),
    session: facts.session.memory,
  })
  const keep = (facts: FactsRecord): FactsRecord => {
    store.put('facts', facts)
    return facts
  }
  const open = (owner: FactsOwner): FactsRecord =>
    get(owner.teamId, owner.conversationId) ?? keep(newFacts(ports, owner))
  const told = (facts: FactsRecord, event: OutsideEvent, cause: Cause): FactsEvent => ({
    teamId: facts.parent,
    conversationId: facts.id,
    event: { ...event, ...describe(facts), message: cause.message },
    cause,
  })
  const happen = (facts: FactsRecord, caused: readonly OutsideEvent[], cause: Cause): FactsResult => {
    const events = caused.map((event) => told(facts, event, cause))
    const error = events.map((event) => ports.refuse(event)).find((refusal) => refusal !== null)
    if (error !== undefined) return { type: 'refused', error }
    keep(facts)
    events.forEach((event) => ports.onEvent(event))
    // A workflow that the event started may have changed them since.
    return { type: 'changed', facts: store.get('facts', facts.id) ?? facts }
  }
  return {
    get,
    open: (owner) => unit.run(() => open(owner)),
    describe,
    list: (teamId) => store.list('facts', teamId),
    noteMessage: (owner, text) =>
      unit.run(() => {
        const { facts, events } = withMessage(ports, open(owner), clock.now())
        const result = happen(facts, events, { depth: 0, message: { text } })
        return result.type === 'changed' ? result.facts : keep(facts)
      }),
    change: (owner, change, cause = byHand) =>
      unit.run(() => {
        const { facts, events } = changeFacts(open(owner), change, clock.now())
        return happen(facts, events, cause)
      }),
    fire: (owner, caused, cause = byHand) => unit.run(() => happen(open(owner), [caused], cause)),
    rememberInSession: (owner, memory) =>
      unit.run(() => {
        const facts = open(owner)
        return keep({
          ...facts,
          session: { ...facts.session, memory: mergeMemory(facts.session.memory, memory) },
        })
      }),
    forget: (conversationId) => store.remove('facts', conversationId),
  }
}
