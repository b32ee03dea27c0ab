import { z } from 'zod'
import { type Shape, shape } from '../operation.ts'

/** What is wrong with a graph. */
export const problemsView: Shape = shape(
  'Judgement',
  z.strictObject({
    isSound: z.boolean().describe('Whether it can be activated and run.'),
    problems: z.array(
      z.strictObject({
        path: z.string(),
        sentence: z.string(),
        severity: z.enum(['error', 'warning']),
        nodeId: z.string().optional(),
        edgeId: z.string().optional(),
      }),
    ),
  }),
)

const rate = z.number().min(0).max(1).nullable()
const spread = z.strictObject({ p50: z.number().nullable(), p95: z.number().nullable() })

/** How a workflow does. */
export const statsView: Shape = shape(
  'WorkflowStats',
  z.strictObject({
    workflowId: z.string(),
    total: z.int(),
    byStatus: z.strictObject({
      queued: z.int(),
      running: z.int(),
      waiting: z.int(),
      failed: z.int(),
      completed: z.int(),
      cancelled: z.int(),
    }),
    byMode: z.strictObject({ production: z.int(), test: z.int(), manual: z.int() }),
    successRate: rate.describe('Of the runs that completed or failed; null while none did.'),
    errorRate: rate,
    latency: spread.describe('Milliseconds from start to end of completed runs.'),
    active: spread.describe('The same without the time in which they waited.'),
    lastRunAt: z.string().nullable(),
    errorRateHook: z
      .strictObject({
        isRaised: z.boolean().describe('Whether it was called and the workflow has not recovered since.'),
        errorRate: rate.describe('Of the newest production runs; null while there are too few.'),
        runs: z.int().describe('How many of them are counted so far.'),
        calledAt: z.string().nullable(),
        status: z.enum(['pending', 'delivered', 'failed']).nullable(),
        error: z.string().nullable(),
      })
      .nullable()
      .describe('null while no run has ended under such a setting.'),
  }),
)
