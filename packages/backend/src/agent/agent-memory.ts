import type { ModelMessage, ToolCall } from '../models/model.ts'

/** What a turn knows of its model: all that is needed to go on after a restart. */
export interface AgentMemory {
  /** What this turn adds to the conversation's own messages. */
  readonly messages: readonly ModelMessage[]
  /** The calls of the newest answer, and the run that each became; `null` for one that could not begin. */
  readonly calls: readonly { readonly call: ToolCall; readonly runId: string | null }[]
  /** How often the model was asked. */
  readonly rounds: number
}
