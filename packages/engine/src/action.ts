import type { Json, JsonObject } from './json.ts'
import type { Rendered } from './rendered.ts'

/** Which model, in the words of the node; `null` leaves the choice to the host. */
export interface ModelChoice {
  readonly provider: 'azure-openai' | 'openai' | 'google' | 'anthropic' | 'bedrock' | 'custom' | null
  readonly model: string | null
  readonly temperature: number | null
  readonly maxTokens: number | null
}

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What changes on a conversation. Each is an event that may start other workflows. */
export type ConversationChange =
  | { readonly type: 'set-status'; readonly status: 'open' | 'resolved' }
  | { readonly type: 'set-starred'; readonly isStarred: boolean }
  | { readonly type: 'add-labels'; readonly labels: readonly string[] }
  | { readonly type: 'remove-labels'; readonly labels: readonly string[] }
  | { readonly type: 'assign'; readonly to: 'human' | 'ai'; readonly assignee: string }
  | { readonly type: 'add-signals'; readonly signals: readonly string[] }

/**
 * What the host is asked to do for a step, everything in it rendered. The host answers with `step-succeeded` and the
 * output that stands behind each, or with `step-failed`.
 */
export type Action =
  /** Output: `{text}` for `say`; what `outputSchema` describes for `worker`; `{labels, fields, sentiment}` for `extract`. */
  | {
      readonly type: 'llm'
      readonly use: 'say' | 'worker' | 'extract'
      readonly choice: ModelChoice
      readonly system: string
      readonly tools: readonly string[]
      readonly maxTurns: number
      readonly outputSchema: JsonObject | null
    }
  /** Output: `{status, headers, body}`, the body as JSON where it is JSON. */
  | {
      readonly type: 'http'
      readonly method: HttpMethod
      readonly url: Rendered
      readonly headers: readonly { readonly name: string; readonly value: Rendered }[]
      readonly body: Rendered | null
      readonly timeoutMs: number
      /** How often it is tried again after a network failure, a 429 or a 5xx, under the same idempotency key. */
      readonly retries: number
    }
  /** A signed delivery (Standard Webhooks). Output: `{status, deliveryId}`. */
  | {
      readonly type: 'webhook'
      readonly url: Rendered
      readonly event: string
      readonly payload: JsonObject
      readonly timeoutMs: number
      readonly retries: number
    }
  /** A tool of the registry, by name: inbuilt, inline code, external API, knowledge base. Output: what the tool made. */
  | { readonly type: 'tool'; readonly tool: string; readonly input: JsonObject; readonly timeoutMs: number }
  /** A skill of an installed skill set. Output: what the skill made. */
  | { readonly type: 'skill'; readonly skill: string; readonly input: JsonObject; readonly timeoutMs: number }
  /** Output: `{messageId}`. */
  | { readonly type: 'sms'; readonly to: string; readonly text: string; readonly provider: string | null }
  /** Output: the conversation's facts after the change. */
  | { readonly type: 'conversation'; readonly change: ConversationChange }
  /** Hands the conversation to people. Output: `{escalationId}`. */
  | {
      readonly type: 'escalate'
      readonly team: string | null
      readonly note: string
      readonly withTranscript: boolean
      readonly contact: JsonObject
      /** Where those who take it are told; `null`: they look where escalations are listed. */
      readonly url: Rendered | null
    }
  /** Output: the run as the API tells it, or `null` when there is none. */
  | { readonly type: 'run-fetch'; readonly workflowId: string | null; readonly runId: string | null }
  /** Output: `{passed, score, reasons}`. */
  | {
      readonly type: 'run-evaluate'
      readonly runId: string
      readonly criteria: readonly string[]
      readonly choice: ModelChoice
    }
  /** Ends the conversation. Output: `{}`. */
  | { readonly type: 'end-conversation'; readonly reason: string | null }

/** The answer of a host to an action, as JSON. */
export type ActionOutput = Json
