import { z } from 'zod'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'

/** Ends its lane; the run is completed when every lane is over. */
export const end: NodeKind = defineKind({
  type: 'end',
  category: 'flow',
  schema: z.object({}),
  ways: [],
  isShown: false,
  begin: () => ({ type: 'done', ends: 'lane' }),
})
