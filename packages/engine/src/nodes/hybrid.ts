import { z } from 'zod'
import { text, texts, threshold, when } from './config-fields.ts'
import type { NodeKind } from './node-kind.ts'
import { triggerKind } from './trigger-kind.ts'

/** Starts when a phrase is close enough, and a model finds that the description fits as well. */
export const hybrid: NodeKind = triggerKind(
  'hybrid',
  z.object({
    description: text('Describe when the workflow should run.'),
    phrases: texts('Give at least one phrase, like “I want to cancel”.'),
    threshold,
    when,
  }),
)
