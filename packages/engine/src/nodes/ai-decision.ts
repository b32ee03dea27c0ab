import { z } from 'zod'
import { text, when } from './config-fields.ts'
import type { NodeKind } from './node-kind.ts'
import { triggerKind } from './trigger-kind.ts'

/** Starts when a model finds that the description fits the conversation. */
export const aiDecision: NodeKind = triggerKind(
  'ai-decision',
  z.object({ description: text('Describe when the workflow should run.'), when }),
)
