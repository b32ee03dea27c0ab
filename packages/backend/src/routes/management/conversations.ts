import type { JsonObject } from '@threadwork/engine'
import { z } from 'zod'
import type { FactsChange } from '../../facts/change-facts.ts'
import { longestWord, mostWords } from '../../facts/change-facts.ts'
import type { FactsOwner } from '../../facts/facts-event.ts'
import { quote } from '../../conversation.ts'
import { objectShape } from '../../library/graph-shape.ts'
import { pageList } from '../../library/page-list.ts'
import { conflict } from '../../library/refusal.ts'
import { notFound } from '../../problem.ts'
import type { FactsRecord } from '../../store/run-records.ts'
import { pageView, showPage } from './answers.ts'
import type { ManagementContext } from './management-context.ts'
import { masked } from './masked.ts'
import { type Asked, type Operation, createOperation, reply, shape } from './operation.ts'
import { pageFields } from './request-shapes.ts'
import { conversationView, memoryView, showConversation } from './views/conversation-view.ts'

const word = z.string().trim().min(1).max(longestWord)
const words = z.array(word).max(mostWords)

const listQuery = shape(
  'ListConversations',
  z.strictObject({
    status: z.enum(['open', 'resolved']).optional(),
    label: word.optional().describe('Only those that bear it.'),
    channel: word.optional(),
    starred: z.enum(['true', 'false']).optional(),
    assignee: word.optional().describe('Only those of this person or persona.'),
    userId: z.string().max(200).optional().describe('Only those of this contact.'),
    sort: z.enum(['createdAt', 'lastActiveAt']).default('lastActiveAt'),
    order: z.enum(['asc', 'desc']).default('desc'),
    ...pageFields,
  }),
)

const patchShape = z.strictObject({
  status: z.enum(['open', 'resolved']).optional(),
  labels: words.optional().describe('All of them, in place of those that are there.'),
  channel: word.optional(),
  starred: z.boolean().optional(),
  assignee: z
    .strictObject({ to: z.enum(['human', 'ai']), name: word })
    .nullable()
    .optional()
    .describe('null: nobody.'),
})
type Patch = z.infer<typeof patchShape>

/** The facts of a conversation that a path names, made for one's own that has none; a 404 for everybody else's. */
export function askedFacts(
  { automation, library }: ManagementContext,
  { c, teamId }: Asked<unknown, unknown>,
  conversationId: string,
): FactsRecord {
  const known = automation.facts.get(teamId, conversationId)
  if (known) return known
  const { userId } = c.var.user
  const isTaken = library.store.get('facts', conversationId) !== null
  if (isTaken || library.store.get('conversations', conversationId)?.parent !== userId) {
    throw notFound(`The conversation ${quote(conversationId)}`)
  }
  return automation.facts.open({ conversationId, teamId, userId })
}

/** Whose a conversation is. */
export const ownerOf = ({ id, parent, userId }: FactsRecord): FactsOwner => ({
  conversationId: id,
  teamId: parent,
  userId,
})

/** What is known of conversations: read, listed and changed; each change starts what listens to it. */
export function conversationOperations(context: ManagementContext): readonly Operation[] {
  return [
    listOperation(context),
    createOperation({
      id: 'getConversation',
      method: 'get',
      path: '/conversations/:id',
      tag: 'Conversations',
      summary: 'Read what is known of a conversation',
      replies: { 200: reply('The conversation.', conversationView) },
      handle: (asked) => asked.c.json(showConversation(askedFacts(context, asked, asked.param('id')))),
    }),
    createOperation({
      id: 'updateConversation',
      method: 'patch',
      path: '/conversations/:id',
      tag: 'Conversations',
      summary: 'Change status, labels, channel, star or assignee',
      description: 'All of it is changed, or nothing. What changes starts the workflows that listen to it.',
      body: shape('UpdateConversation', patchShape),
      replies: { 200: reply('The conversation after the change.', conversationView) },
      handle: (asked) => {
        const facts = askedFacts(context, asked, asked.param('id'))
        return asked.c.json(showConversation(changeAll(context, facts, changesOf(facts, asked.body))))
      },
    }),
    ...memoryOperations(context),
  ]
}

function listOperation({ automation }: ManagementContext): Operation {
  return createOperation({
    id: 'listConversations',
    method: 'get',
    path: '/conversations',
    tag: 'Conversations',
    summary: 'List conversations by what is known of them',
    query: listQuery,
    replies: {
      200: reply('A page of conversations.', pageView('ConversationPage', 'conversations', conversationView)),
    },
    handle: ({ c, teamId, query }) => {
      const { sort, order, limit, cursor } = query
      const wanted = automation.facts.list(teamId).filter((facts) => isWanted(facts, query))
      const sortBy = ({ at, lastActiveAt }: FactsRecord): number => (sort === 'createdAt' ? at : lastActiveAt)
      const page = pageList(wanted, { sortBy, direction: order, limit, cursor })
      return c.json(showPage('conversations', page, showConversation))
    },
  })
}

type Query = z.infer<typeof listQuery.schema>

const isWanted = (facts: FactsRecord, query: Query): boolean =>
  (query.status === undefined || facts.status === query.status) &&
  (query.label === undefined || facts.labels.some((label) => isSame(label, query.label))) &&
  (query.channel === undefined || isSame(facts.channel, query.channel)) &&
  (query.starred === undefined || facts.isStarred === (query.starred === 'true')) &&
  (query.assignee === undefined || isSame(facts.assignee?.name, query.assignee)) &&
  (query.userId === undefined || facts.userId === query.userId)

const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one?.toLowerCase() === other?.toLowerCase()

function changesOf(facts: FactsRecord, patch: Patch): readonly FactsChange[] {
  const { status, labels, channel, starred, assignee } = patch
  const removed = facts.labels.filter((label) => !labels?.some((other) => isSame(label, other)))
  const changes: readonly (FactsChange | null)[] = [
    channel === undefined ? null : { type: 'set-channel', channel },
    labels && removed.length > 0 ? { type: 'remove-labels', labels: removed } : null,
    labels ? { type: 'add-labels', labels } : null,
    starred === undefined ? null : { type: 'set-starred', isStarred: starred },
    assignee ? { type: 'assign', to: assignee.to, assignee: assignee.name } : null,
    assignee === null ? { type: 'unassign' } : null,
    status ? { type: 'set-status', status } : null,
  ]
  return changes.filter((change) => change !== null)
}

function changeAll(
  { automation }: ManagementContext,
  facts: FactsRecord,
  changes: readonly FactsChange[],
): FactsRecord {
  return automation.unit.run(() => {
    let changed = facts
    for (const change of changes) {
      const result = automation.facts.change(ownerOf(facts), change)
      if (result.type === 'refused') throw conflict(result.error)
      changed = result.facts
    }
    return changed
  })
}

const memoryBody = shape(
  'UpdateMemory',
  z.strictObject({ memory: objectShape.describe('Merged by name; null takes a name away.') }),
)

function memoryOperations(context: ManagementContext): readonly Operation[] {
  const { automation } = context
  const told = async (asked: Asked<unknown, unknown>, memory: JsonObject): Promise<Response> =>
    asked.c.json(await masked(context, asked.teamId, { memory }))
  const replies = { 200: reply('What is remembered.', memoryView) }
  return [
    createOperation({
      id: 'getSessionMemory',
      method: 'get',
      path: '/conversations/:id/memory',
      tag: 'Conversations',
      summary: 'Read what is remembered in the session',
      replies,
      handle: (asked) => told(asked, askedFacts(context, asked, asked.param('id')).session.memory),
    }),
    createOperation({
      id: 'updateSessionMemory',
      method: 'patch',
      path: '/conversations/:id/memory',
      tag: 'Conversations',
      summary: 'Remember something in the session',
      body: memoryBody,
      replies,
      handle: (asked) => {
        const facts = askedFacts(context, asked, asked.param('id'))
        return told(
          asked,
          automation.facts.rememberInSession(ownerOf(facts), asked.body.memory).session.memory,
        )
      },
    }),
    createOperation({
      id: 'getContactMemory',
      method: 'get',
      path: '/contacts/:id/memory',
      tag: 'Conversations',
      summary: 'Read what is remembered of a contact',
      replies,
      handle: (asked) => told(asked, automation.contacts.memory(asked.teamId, asked.param('id'))),
    }),
    createOperation({
      id: 'updateContactMemory',
      method: 'patch',
      path: '/contacts/:id/memory',
      tag: 'Conversations',
      summary: 'Remember something of a contact',
      body: memoryBody,
      replies,
      handle: (asked) =>
        told(asked, automation.contacts.remember(asked.teamId, asked.param('id'), asked.body.memory)),
    }),
  ]
}
