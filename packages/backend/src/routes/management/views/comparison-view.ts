import { z } from 'zod'
import { bodyVersion } from '../request-shapes.ts'
import { type Shape, shape } from '../operation.ts'

const json = z.unknown()
const part = z.record(z.string(), json)
const whole = z.strictObject({
  type: z.enum(['added', 'removed']),
  part: z.enum(['node', 'edge']),
  id: z.string(),
  value: part,
})
const renamed = z.strictObject({
  type: z.literal('renamed'),
  part: z.enum(['node', 'edge']),
  id: z.string(),
  to: z.string(),
})
const changed = z.strictObject({
  type: z.literal('changed'),
  part: z.enum(['node', 'edge', 'settings', 'extra']),
  id: z.string().optional(),
  path: z.array(z.union([z.string(), z.int()])),
  before: z.exactOptional(json),
  after: z.exactOptional(json),
})

/** What is different between two graphs, in our words. */
export const comparisonView: Shape = shape(
  'Comparison',
  z.strictObject({
    from: bodyVersion,
    to: bodyVersion,
    changes: z.array(z.union([whole, renamed, changed])),
  }),
)
