import { z } from 'zod'
import { isoTime } from '../../context.ts'
import { pageList } from '../../library/page-list.ts'
import { pageView, showPage } from './answers.ts'
import type { ManagementContext } from './management-context.ts'
import { masked } from './masked.ts'
import { type Operation, createOperation, reply, shape } from './operation.ts'
import { pageFields } from './request-shapes.ts'

const smsView = shape(
  'Sms',
  z.strictObject({ id: z.string(), sentAt: z.string(), to: z.string(), text: z.string(), runId: z.string() }),
)
const deliveryView = shape(
  'Delivery',
  z.strictObject({
    id: z.string(),
    sentAt: z.string(),
    event: z.string(),
    url: z.string(),
    runId: z.string(),
    status: z.int().nullable(),
    attempts: z.int(),
    error: z.string().nullable(),
  }),
)

/** What runs sent: messages that the development provider kept, and webhooks that were delivered. */
export function developmentOperations(context: ManagementContext): readonly Operation[] {
  const { sms, deliveries } = context
  return [
    createOperation({
      id: 'listSms',
      method: 'get',
      path: '/sms',
      tag: 'Development',
      summary: 'Read the messages that the development provider kept',
      query: shape('ListSms', z.strictObject(pageFields)),
      replies: { 200: reply('A page of messages, newest first.', pageView('SmsPage', 'messages', smsView)) },
      handle: async ({ c, teamId, query }) => {
        const page = pageList(sms.list(teamId), { sortBy: ({ at }) => at, direction: 'desc', ...query })
        const body = showPage('messages', page, ({ at, ...message }) => ({ ...message, sentAt: isoTime(at) }))
        return c.json(await masked(context, teamId, body))
      },
    }),
    createOperation({
      id: 'listDeliveries',
      method: 'get',
      path: '/deliveries',
      tag: 'Development',
      summary: 'Read which webhooks were delivered',
      query: shape('ListDeliveries', z.strictObject(pageFields)),
      replies: {
        200: reply(
          'A page of deliveries, newest first.',
          pageView('DeliveryPage', 'deliveries', deliveryView),
        ),
      },
      handle: async ({ c, teamId, query }) => {
        const page = pageList(deliveries.list(teamId), {
          sortBy: ({ at }) => at,
          direction: 'desc',
          ...query,
        })
        const body = showPage('deliveries', page, ({ at, ...delivery }) => ({
          ...delivery,
          sentAt: isoTime(at),
        }))
        return c.json(await masked(context, teamId, body))
      },
    }),
  ]
}
