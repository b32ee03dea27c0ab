import type { ReplyAction } from '@threadwork/engine'
import type { ServedEvent } from '@threadwork/headless/wire'
import { type BackendContext, isoTime } from '../context.ts'
import type { TurnEvent, TurnRecord } from '../store/chat-records.ts'

type EnvelopeKey = 'event_id' | 'conversation_id' | 'genie_run_id' | 'seq_num' | 'created_at'
type WithoutEnvelope<Event> = Event extends unknown ? Omit<Event, EnvelopeKey> : never

/** An event before it is numbered. */
export type EventBody = WithoutEnvelope<ServedEvent> & { readonly workflow_seq?: number }

/** Keeps a turn as it is now, and returns it. */
export function saveTurn(context: BackendContext, turn: TurnRecord): TurnRecord {
  context.store.put('turns', turn)
  return turn
}

/** Numbers an event, keeps it and hands it to the run's streams; a hidden turn's events go nowhere. */
export function emit(context: BackendContext, turn: TurnRecord, body: EventBody): TurnRecord {
  if (turn.isHidden) return turn
  const now = context.clock.now()
  const seq = turn.seq + 1
  const eventId = `${turn.id}-${seq}`
  // `Omit` above took the envelope off a member of the union; this puts it back on.
  const event = {
    ...body,
    event_id: eventId,
    conversation_id: turn.parent,
    genie_run_id: turn.id,
    seq_num: seq,
    created_at: isoTime(now),
  } as TurnEvent
  context.store.put('events', { id: eventId, parent: turn.parent, at: now, runId: turn.id, event })
  touch(context, turn.parent, { lastEvent: body.type })
  const saved = saveTurn(context, { ...turn, seq })
  context.logs.get(turn.id)?.add(event)
  return saved
}

/** Notes on a conversation that something happened in it. */
export function touch(
  context: BackendContext,
  conversationId: string,
  patch: { readonly lastEvent?: string; readonly turnId?: string; readonly topic?: string },
): void {
  const conversation = context.store.get('conversations', conversationId)
  if (!conversation) return
  // It grows with each change, so that of two reads the newer one can be told.
  const updatedAt = Math.max(context.clock.now(), conversation.updatedAt + 1)
  context.store.put('conversations', { ...conversation, ...patch, updatedAt })
}

/** What goes with a message of the agent beside its text. */
export interface BesideText {
  readonly actions?: readonly ReplyAction[]
  /** No real model wrote it. */
  readonly judgedBy?: 'scripted' | null
  /** The run that says it, or `model`. */
  readonly saidBy?: string
}

/** Adds a message of the agent to the history and tells both wires of it. */
export function speak(
  context: BackendContext,
  turn: TurnRecord,
  text: string,
  beside: BesideText = {},
): TurnRecord {
  const at = context.clock.now()
  const id = context.makeId('msg')
  const { actions = [], judgedBy = null, saidBy } = beside
  context.store.put('messages', {
    id,
    parent: turn.parent,
    at,
    source: 'genie',
    content: text,
    runId: turn.id,
    clientMessageId: null,
    fileId: null,
    ...(actions.length === 0 ? {} : { actions }),
    ...(judgedBy === null ? {} : { judgedBy }),
    ...(saidBy === undefined ? {} : { saidBy }),
  })
  touch(context, turn.parent, {})
  const withActions = actions.length === 0 ? {} : { actions }
  context.broadcast(turn.parent, 'MessageReceived', {
    conversationId: turn.parent,
    messageId: id,
    source: 'agent',
    content: text,
    createdAt: isoTime(at),
    ...withActions,
    ...(judgedBy === null ? {} : { judgedBy }),
  })
  return emit(context, turn, {
    type: 'agent.message',
    message_id: id,
    message: text,
    ...withActions,
    ...(judgedBy === null ? {} : { judged_by: judgedBy }),
  })
}
