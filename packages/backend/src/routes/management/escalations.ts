import { z } from 'zod'
import { quote } from '../../conversation.ts'
import { setEscalationStatus } from '../../facts/escalate.ts'
import { pageList } from '../../library/page-list.ts'
import { notFound } from '../../problem.ts'
import type { EscalationRecord } from '../../store/run-records.ts'
import { pageView, showPage } from './answers.ts'
import type { ManagementContext } from './management-context.ts'
import { masked } from './masked.ts'
import { type Asked, type Operation, createOperation, reply, shape } from './operation.ts'
import { pageFields } from './request-shapes.ts'
import { escalationView, showEscalation } from './views/conversation-view.ts'

const statuses = ['open', 'closed'] as const

/** Conversations that were handed to people: read by those who take them, and closed. */
export function escalationOperations(context: ManagementContext): readonly Operation[] {
  const { store } = context.library
  const asked = ({ teamId, param }: Asked<unknown, unknown>): EscalationRecord => {
    const escalation = store.get('escalations', param('id'))
    if (escalation?.parent !== teamId) throw notFound(`The escalation ${quote(param('id'))}`)
    return escalation
  }
  return [
    createOperation({
      id: 'listEscalations',
      method: 'get',
      path: '/escalations',
      tag: 'Conversations',
      summary: 'List what was handed to people',
      query: shape('ListEscalations', z.strictObject({ status: z.enum(statuses).optional(), ...pageFields })),
      replies: {
        200: reply(
          'A page of escalations, newest first.',
          pageView('EscalationPage', 'escalations', escalationView),
        ),
      },
      handle: async ({ c, teamId, query: { status, limit, cursor } }) => {
        const wanted = store
          .list('escalations', teamId)
          .filter((escalation) => status === undefined || escalation.status === status)
        const page = pageList(wanted, { sortBy: ({ at }) => at, direction: 'desc', limit, cursor })
        return c.json(await masked(context, teamId, showPage('escalations', page, showEscalation)))
      },
    }),
    createOperation({
      id: 'getEscalation',
      method: 'get',
      path: '/escalations/:id',
      tag: 'Conversations',
      summary: 'Read an escalation with transcript, context and contact',
      replies: { 200: reply('The escalation.', escalationView) },
      handle: async (request) =>
        request.c.json(await masked(context, request.teamId, showEscalation(asked(request)))),
    }),
    createOperation({
      id: 'updateEscalation',
      method: 'patch',
      path: '/escalations/:id',
      tag: 'Conversations',
      summary: 'Close an escalation, or open it again',
      body: shape('UpdateEscalation', z.strictObject({ status: z.enum(statuses) })),
      replies: { 200: reply('The escalation.', escalationView) },
      handle: async (request) => {
        const { facts, unit } = context.automation
        const ports = { store, unit, facts: () => facts }
        const escalation = setEscalationStatus(ports, asked(request), request.body.status)
        return request.c.json(await masked(context, request.teamId, showEscalation(escalation)))
      },
    }),
  ]
}
