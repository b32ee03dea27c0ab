import { z } from 'zod'
import { texts, threshold, when } from './config-fields.ts'
import type { NodeKind } from './node-kind.ts'
import { triggerKind } from './trigger-kind.ts'

/** Starts when a message is close enough to one of the phrases. */
export const intent: NodeKind = triggerKind(
  'intent',
  z.object({ phrases: texts('Give at least one phrase, like “I want to cancel”.'), threshold, when }),
)
