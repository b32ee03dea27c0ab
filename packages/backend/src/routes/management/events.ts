import { conversationEventTypes } from '@threadwork/engine'
import { z } from 'zod'
import { changeFacts } from '../../facts/change-facts.ts'
import type { FactsChange } from '../../facts/change-facts.ts'
import type { OutsideEvent } from '../../facts/facts-event.ts'
import { conflict, refuseField } from '../../library/refusal.ts'
import type { FactsRecord } from '../../store/run-records.ts'
import { askedFacts, ownerOf } from './conversations.ts'
import type { ManagementContext } from './management-context.ts'
import { type Operation, createOperation, reply, shape } from './operation.ts'
import { conversationView, showConversation } from './views/conversation-view.ts'

const word = z.string().trim().min(1).max(100)
const eventShape = z.strictObject({
  type: z.enum([...conversationEventTypes, 'message-received']),
  conversationId: z.string().min(1).max(200),
  labels: z.array(word).min(1).max(100).optional().describe('Of label-added and label-removed.'),
  assignee: word.optional().describe('Of ai-assigned and human-assigned.'),
  message: z
    .strictObject({ text: z.string().max(100_000) })
    .optional()
    .describe('The message that it happened with.'),
})
type Body = z.infer<typeof eventShape>

const acceptedView = shape(
  'EventAccepted',
  z.strictObject({ type: z.string(), conversation: conversationView.schema }),
)

/** The event hook: somebody says what happened to a conversation, and what listens to it starts. */
export function eventOperation(context: ManagementContext): Operation {
  const { automation } = context
  return createOperation({
    id: 'postEvent',
    method: 'post',
    path: '/events',
    tag: 'Conversations',
    summary: 'Tell what happened to a conversation',
    description:
      'What is known of the conversation follows, and the workflows that listen start, also when it was known before. A message-received is judged by the workflows that listen to what is said.',
    body: shape('PostEvent', eventShape),
    replies: { 202: reply('The event was taken; its runs are listed under /runs.', acceptedView) },
    handle: async (asked) => {
      const { body } = asked
      const facts = askedFacts(context, asked, body.conversationId)
      if (body.type === 'message-received') await hearMessage(context, facts, body)
      else happen(context, facts, eventOf(facts, body), body.message ?? null)
      const conversation = automation.facts.get(asked.teamId, facts.id) ?? facts
      return asked.c.json({ type: body.type, conversation: showConversation(conversation) }, 202)
    },
  })
}

async function hearMessage(
  { automation }: ManagementContext,
  facts: FactsRecord,
  { message }: Body,
): Promise<void> {
  if (!message)
    throw refuseField('message', '“message” is missing: it has to be an object with the text that was said.')
  automation.facts.noteMessage(ownerOf(facts), message.text)
  await automation.dispatcher.onMessage(ownerOf(facts), message.text)
}

function happen(
  { automation, clock }: ManagementContext,
  facts: FactsRecord,
  event: OutsideEvent,
  message: { readonly text: string } | null,
): void {
  const cause = { depth: 0, message }
  const change = changeOf(event)
  // What was so before changes nothing, and is still told to those who listen.
  const isNews = change !== null && changeFacts(facts, change, clock.now()).events.length > 0
  const result = isNews
    ? automation.facts.change(ownerOf(facts), change, cause)
    : automation.facts.fire(ownerOf(facts), event, cause)
  if (result.type === 'refused') throw conflict(result.error)
}

function eventOf(facts: FactsRecord, { type, labels, assignee }: Body): OutsideEvent {
  switch (type) {
    case 'label-added':
    case 'label-removed':
      if (!labels) throw refuseField('labels', '“labels” is missing: say which labels came or went.')
      return { type, labels }
    case 'ai-assigned':
    case 'human-assigned':
      if (!assignee) throw refuseField('assignee', '“assignee” is missing: say who has the conversation now.')
      return { type, assignee }
    case 'session-started':
      return { type, sessionId: facts.session.id }
    case 'message-received':
      throw new Error('A message is heard, not fired.')
    default:
      return { type }
  }
}

function changeOf(event: OutsideEvent): FactsChange | null {
  switch (event.type) {
    case 'conversation-opened':
      return { type: 'set-status', status: 'open' }
    case 'conversation-resolved':
      return { type: 'set-status', status: 'resolved' }
    case 'conversation-starred':
      return { type: 'set-starred', isStarred: true }
    case 'label-added':
      return { type: 'add-labels', labels: event.labels }
    case 'label-removed':
      return { type: 'remove-labels', labels: event.labels }
    case 'ai-assigned':
      return { type: 'assign', to: 'ai', assignee: event.assignee }
    case 'human-assigned':
      return { type: 'assign', to: 'human', assignee: event.assignee }
    case 'conversation-created':
    case 'session-started':
      return null
  }
}
