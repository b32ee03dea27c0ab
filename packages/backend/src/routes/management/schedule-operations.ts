import { z } from 'zod'
import { isoTime } from '../../context.ts'
import { objectShape } from '../../library/graph-shape.ts'
import { changeSchedule, createSchedule, readSchedule } from '../../library/schedules.ts'
import { requireRunVariables } from '../../library/run-variables.ts'
import type { ScheduleRecord } from '../../store/library-records.ts'
import { askedEditable, askedWorkflow } from './answers.ts'
import type { ManagementContext } from './management-context.ts'
import { type Asked, type Operation, createOperation, emptyReply, reply, shape } from './operation.ts'

const momentShape = z.iso.datetime({ offset: true, error: 'A moment is written as 2026-12-01T08:30:00Z.' })
const timingShape = z.union([
  z.strictObject({ type: z.literal('once'), at: momentShape }),
  z.strictObject({
    type: z.literal('cron'),
    expression: z.string().min(1).max(200).describe('Minute, hour, day, month, weekday.'),
    timezone: z.string().max(64).default('UTC'),
  }),
])
const fields = {
  input: objectShape.optional().describe('Variables of each run.'),
  isEnabled: z.boolean().optional(),
}
const scheduleView = shape(
  'Schedule',
  z.strictObject({
    id: z.string(),
    workflowId: z.string(),
    timing: timingShape,
    input: z.record(z.string(), z.unknown()),
    isEnabled: z.boolean(),
    nextAt: z.string().nullable().describe('null: it does not fire again.'),
    lastFiredAt: z.string().nullable(),
    createdAt: z.string(),
  }),
)

const isoOf = (at: number | null): string | null => (at === null ? null : isoTime(at))
const show = ({
  id,
  parent,
  timing,
  variables,
  isEnabled,
  nextAt,
  lastFiredAt,
  at,
}: ScheduleRecord): object => ({
  id,
  workflowId: parent,
  timing: timing.type === 'once' ? { type: 'once', at: isoTime(timing.at) } : timing,
  input: variables,
  isEnabled,
  nextAt: isoOf(nextAt),
  lastFiredAt: isoOf(lastFiredAt),
  createdAt: isoTime(at),
})
const timingOf = (timing: z.infer<typeof timingShape>): ScheduleRecord['timing'] =>
  timing.type === 'once' ? { type: 'once', at: Date.parse(timing.at) } : timing

/** When a workflow starts by itself. */
export function scheduleOperations(context: ManagementContext): readonly Operation[] {
  const { library } = context
  const asked = (request: Asked<unknown, unknown>): ScheduleRecord =>
    readSchedule(library, askedWorkflow(context, request), request.param('schedule'))
  return [
    createOperation({
      id: 'listSchedules',
      method: 'get',
      path: '/workflows/:id/schedules',
      tag: 'Schedules',
      summary: 'List the schedules of a workflow',
      description: 'They fire while the workflow is active. The one of a schedule trigger is among them.',
      replies: {
        200: reply(
          'All of them.',
          shape('ScheduleList', z.strictObject({ schedules: z.array(scheduleView.schema), total: z.int() })),
        ),
      },
      handle: (request) => {
        const schedules = library.store.list('schedules', askedWorkflow(context, request).id).map(show)
        return request.c.json({ schedules, total: schedules.length })
      },
    }),
    createOperation({
      id: 'createSchedule',
      method: 'post',
      path: '/workflows/:id/schedules',
      tag: 'Schedules',
      summary: 'Add a schedule',
      body: shape('CreateSchedule', z.strictObject({ timing: timingShape, ...fields })),
      replies: { 201: reply('The schedule, and when it fires next.', scheduleView) },
      handle: (request) => {
        const { timing, input = {}, isEnabled = true } = request.body
        requireRunVariables(library, request.teamId, input, 'input')
        const definition = askedEditable(context, request)
        const schedule = createSchedule(library, definition, {
          timing: timingOf(timing),
          variables: input,
          isEnabled,
        })
        return request.c.json(show(schedule), 201)
      },
    }),
    createOperation({
      id: 'getSchedule',
      method: 'get',
      path: '/workflows/:id/schedules/:schedule',
      tag: 'Schedules',
      summary: 'Read a schedule',
      replies: { 200: reply('The schedule.', scheduleView) },
      handle: (request) => request.c.json(show(asked(request))),
    }),
    createOperation({
      id: 'updateSchedule',
      method: 'patch',
      path: '/workflows/:id/schedules/:schedule',
      tag: 'Schedules',
      summary: 'Change a schedule',
      body: shape('UpdateSchedule', z.strictObject({ timing: timingShape.optional(), ...fields })),
      replies: { 200: reply('The schedule, and when it fires next.', scheduleView) },
      handle: (request) => {
        const { timing, input, isEnabled } = request.body
        if (input) requireRunVariables(library, request.teamId, input, 'input')
        const changed = changeSchedule(library, asked(request), {
          ...(timing ? { timing: timingOf(timing) } : {}),
          ...(input ? { variables: input } : {}),
          ...(isEnabled === undefined ? {} : { isEnabled }),
        })
        return request.c.json(show(changed))
      },
    }),
    createOperation({
      id: 'deleteSchedule',
      method: 'delete',
      path: '/workflows/:id/schedules/:schedule',
      tag: 'Schedules',
      summary: 'Take a schedule away',
      replies: { 204: emptyReply('It is gone.') },
      handle: (request) => {
        library.store.remove('schedules', asked(request).id)
        return request.c.body(null, 204)
      },
    }),
  ]
}
