import { z } from 'zod'
import { optionalText, optionalTexts } from './config-fields.ts'
import type { NodeKind } from './node-kind.ts'
import { triggerKind } from './trigger-kind.ts'

const schema = z.object({
  /** One of them is enough; an empty list lets every conversation through. For a label's trigger: which labels. */
  labels: optionalTexts,
  /** The channel that it listens to; `null` for all. */
  channel: optionalText,
})

/** The events of a conversation that can start a workflow. */
export const conversationTriggers: readonly NodeKind[] = [
  'conversation-created',
  'session-started',
  'ai-assigned',
  'human-assigned',
  'conversation-opened',
  'conversation-resolved',
  'conversation-starred',
  'label-added',
  'label-removed',
].map((type) => triggerKind(type, schema))
