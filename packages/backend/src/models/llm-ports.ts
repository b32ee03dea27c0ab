import type { JsonObject } from '@threadwork/engine'
import type { PerformContext } from '../perform/perform.ts'
import type { ToolPorts } from '../tools/call-tool.ts'
import type { Model, ModelMessage } from './model.ts'

/** What models work with in a run. */
export interface LlmPorts {
  readonly model: Model
  /** What was said in a conversation, the oldest first; nothing where there is no conversation. */
  readonly transcriptOf: (conversationId: string | null, teamId: string) => readonly ModelMessage[]
  readonly tools: ToolPorts
  /** Hears what a model says as it comes. */
  readonly onText?: (context: PerformContext, delta: string) => void
  /** What a run knows beside the conversation, for sentences about collected data. */
  readonly dataOf?: (context: PerformContext) => JsonObject
}
