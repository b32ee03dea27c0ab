import { z } from 'zod'
import { isoTime } from '../../../context.ts'
import type { EscalationRecord, FactsRecord } from '../../../store/run-records.ts'
import { type Shape, shape } from '../operation.ts'

const memory = z.record(z.string(), z.json())

/** What is known of a conversation beside its messages. */
export const conversationView: Shape = shape(
  'Conversation',
  z.strictObject({
    id: z.string(),
    userId: z.string().describe('The contact: whose conversation it is.'),
    status: z.enum(['open', 'resolved']),
    labels: z.array(z.string()),
    channel: z.string().describe('webchat, whatsapp, instagram, facebook, or one of your own.'),
    starred: z.boolean(),
    assignee: z.strictObject({ to: z.enum(['human', 'ai']), name: z.string() }).nullable(),
    escalated: z.boolean().describe('Whether it was handed to people, and they are not done with it.'),
    signals: z.array(z.string()).describe('What workflows tagged it with.'),
    sessionId: z.string(),
    createdAt: z.string(),
    lastActiveAt: z.string(),
    endedAt: z.string().nullable(),
  }),
)

/** Tells a conversation's facts. */
export const showConversation = (facts: FactsRecord): object => ({
  id: facts.id,
  userId: facts.userId,
  status: facts.status,
  labels: facts.labels,
  channel: facts.channel,
  starred: facts.isStarred,
  assignee: facts.assignee,
  escalated: facts.isEscalated === true,
  signals: facts.signals,
  sessionId: facts.session.id,
  createdAt: isoTime(facts.at),
  lastActiveAt: isoTime(facts.lastActiveAt),
  endedAt: facts.endedAt === null ? null : isoTime(facts.endedAt),
})

/** What is remembered, by name. */
export const memoryView: Shape = shape('Memory', z.strictObject({ memory }))

/** A conversation that was handed to people. */
export const escalationView: Shape = shape(
  'Escalation',
  z.strictObject({
    id: z.string(),
    status: z.enum(['open', 'closed']),
    runId: z.string(),
    conversationId: z.string().nullable(),
    team: z.string().nullable(),
    note: z.string(),
    contact: z.record(z.string(), z.json()).describe('What the person left of themselves.'),
    transcript: z.array(
      z.strictObject({ from: z.enum(['person', 'agent']), text: z.string(), at: z.string() }),
    ),
    context: z.record(z.string(), z.json()).describe('Conversation, contact and session as they were then.'),
    createdAt: z.string(),
  }),
)

/** Tells an escalation. */
export const showEscalation = (escalation: EscalationRecord): object => ({
  id: escalation.id,
  status: escalation.status,
  runId: escalation.runId,
  conversationId: escalation.conversationId,
  team: escalation.team,
  note: escalation.note,
  contact: escalation.contact,
  transcript: escalation.transcript.map(({ from, text, at }) => ({ from, text, at: isoTime(at) })),
  context: escalation.context,
  createdAt: isoTime(escalation.at),
})
