import type { ZodType } from 'zod'
import type { Action } from '../action.ts'
import type { EdgeType } from '../edge.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Question } from '../question.ts'
import type { ReplyAction } from '../run/run-event.ts'
import type { Scope } from '../text/scope.ts'

/** Where a palette shows it. Exactly one node of a workflow is a `trigger`. */
export type NodeCategory =
  | 'trigger'
  | 'llm'
  | 'tool'
  | 'communication'
  | 'conversation'
  | 'person'
  | 'flow'
  | 'control'

/** A message that a step says in the conversation: markdown, and what can be pressed under it. */
export interface Said {
  readonly text: string
  readonly actions?: readonly ReplyAction[]
}

/** What a node is done with: its output, the variables that it sets, what it says, and the way out of it. */
export interface Outcome {
  readonly type: 'done'
  readonly output?: Json
  readonly variables?: JsonObject
  readonly says?: readonly Said[]
  /** Of a node that decides: the edge that is followed. */
  readonly branch?: 'true' | 'false'
  /** The lane ends here, whatever edges there are; `run`: in the lane `main` the whole run ends with it. */
  readonly ends?: 'lane' | 'run'
}

/** How a node begins. */
export type Begun =
  | Outcome
  /** `input`: what the history shows of it. The step fails after `timeoutMs` without an answer. */
  | {
      readonly type: 'perform'
      readonly action: Action
      readonly input?: Json
      readonly timeoutMs: number
    }
  | { readonly type: 'ask'; readonly question: Question }
  | { readonly type: 'sleep'; readonly ms: number }
  | { readonly type: 'failed'; readonly error: string }

/** What a person answered, or the host. */
export type Answer =
  | { readonly type: 'output'; readonly output: Json }
  | { readonly type: 'form'; readonly values: JsonObject }
  | {
      readonly type: 'decision'
      readonly isApproved: boolean
      readonly reason: string | null
      readonly by: string | null
    }
  | { readonly type: 'connection'; readonly outcome: 'authorized' | 'denied' | 'skipped' }
  | { readonly type: 'woke' }

/** Everything that the engine knows of a type of node; one file each. `Config` is what its schema yields. */
export interface NodeKind<Config = unknown> {
  readonly type: string
  readonly category: NodeCategory
  /** Judges and completes a node's `config`; the sentences of its issues are for people. Panels and OpenAPI are drawn from it. */
  readonly schema: ZodType<Config>
  /** The edges beside `companion` that may leave it. Default: `direct` and `conditional`. */
  readonly ways?: readonly EdgeType[]
  /** What it asks a person, where it asks. */
  readonly asks?: Question['type']
  /** Whether a person sees it as a step of the workflow's card. */
  readonly isShown: boolean
  /** Whether `config.onFailure` can be `continue`: a failure then leaves by `false`, else by `direct`. */
  readonly canContinue?: boolean
  /** The tool or skill that it runs, for a wire that tells skills. */
  readonly skillOf?: (config: Config) => string
  /** Every template in the config, with its path in it, for checks: `{path: 'headers.0.value', text, mayHoldSecret}`. */
  readonly templates?: (config: Config) => readonly TemplateUse[]
  /** The names of variables that it sets. */
  readonly sets?: (config: Config) => readonly string[]
  begin(config: Config, scope: Scope): Begun
  /** How it begins after a failure, from the input that its history shows, where a person would be asked twice; else `null`. */
  beginAgain?(config: Config, input: Json, scope: Scope): Begun | null
  /**
   * What an answer makes of the step: it is done, has failed, or goes on with an action. A node that never asks, performs
   * or sleeps has none. The answer of an action cannot lead to a second one, for both would bear the same key.
   */
  finish?(config: Config, answer: Answer, scope: Scope): Begun
}

/** A template in a config. */
export interface TemplateUse {
  readonly path: string
  readonly text: string
  /** Whether a secret may stand in it: it goes to a named host and nowhere else. */
  readonly mayHoldSecret: boolean
}
