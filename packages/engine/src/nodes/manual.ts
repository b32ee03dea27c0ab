import { z } from 'zod'
import { optionalDataPointsSchema } from '../form/data-points-schema.ts'
import type { NodeKind } from './node-kind.ts'
import { triggerKind } from './trigger-kind.ts'

/** Starts when somebody asks for it; `input` is the form of what they give, each field a variable. */
export const manual: NodeKind = triggerKind(
  'manual',
  z.object({ input: optionalDataPointsSchema }),
  ({ input }) => input.map(({ key }) => key),
)
