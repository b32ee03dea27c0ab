import type { Json, JsonObject, ModelChoice } from '@threadwork/engine'

export interface ToolCall {
  readonly callId: string
  readonly name: string
  readonly input: JsonObject
}

/** What a model may call. `inputSchema` is JSON Schema. */
export interface ModelTool {
  readonly name: string
  readonly description: string
  readonly inputSchema: JsonObject
}

export type ModelMessage =
  | { readonly role: 'user'; readonly text: string }
  | { readonly role: 'assistant'; readonly text: string; readonly toolCalls: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly callId: string; readonly name: string; readonly output: Json }

/** What is wanted of a model, which a scripted one has to know to answer at all. */
export type ModelPurpose =
  /** Answers a person; may call tools. */
  | 'agent'
  | 'say'
  /** Answers with JSON of `outputSchema`. */
  | 'worker'
  | 'extract'
  /** `outputSchema` is `{holds: boolean}`: whether the sentence in the last message is true of the transcript. */
  | 'judge'
  | 'evaluate'

export interface ModelRequest {
  readonly purpose: ModelPurpose
  readonly choice: ModelChoice
  readonly system: string
  readonly messages: readonly ModelMessage[]
  readonly tools: readonly ModelTool[]
  /** The tools are there to be read of, and no more are called. */
  readonly mustSpeak?: boolean
  readonly outputSchema: JsonObject | null
  readonly signal: AbortSignal
  /** Hears the text as it comes. */
  readonly onText?: (delta: string) => void
}

export interface ModelAnswer {
  /** Who answered, as a person reads it: a node may choose another model than the host's usual one. */
  readonly model: string
  /** Whether no model judged at all. */
  readonly isScripted: boolean
  readonly text: string
  readonly toolCalls: readonly ToolCall[]
  /** What `outputSchema` asked for, judged against it; `null` without one. */
  readonly output: Json
  readonly inputTokens: number | null
  readonly outputTokens: number | null
}

/**
 * One call of a language model. A refusal of the provider, a missing key or an answer that its schema does not take is
 * thrown as a `ModelError`, whose message names what is missing and what to do, and never holds a key.
 */
export interface Model {
  /** The usual one, as a person reads it: `openai/gpt-…`, `scripted`. */
  readonly name: string
  /** Whether no model judges at all: shown wherever its judgement shows. */
  readonly isScripted: boolean
  generate(request: ModelRequest): Promise<ModelAnswer>
}
