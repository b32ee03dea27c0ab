import type { ModelMessage, ToolCall } from '../models/model.ts'

/** A call of a model, and the run that it became; one that could not begin has a sentence that says why instead. */
export interface BegunCall {
  readonly call: ToolCall
  readonly runId: string | null
  readonly refusal: string | null
}

/** What a turn knows of its model: all that is needed to go on after a restart. */
export interface AgentMemory {
  /** What this turn adds to the conversation's own messages. */
  readonly messages: readonly ModelMessage[]
  /** The calls of the newest answer. */
  readonly calls: readonly BegunCall[]
  /** The runs whose outcomes are among the messages. */
  readonly toldRuns: readonly string[]
  /** How often the model was asked. */
  readonly rounds: number
}

/** What a turn knows before its model was asked. */
export const emptyMemory: AgentMemory = { messages: [], calls: [], toldRuns: [], rounds: 0 }
