import type { Condition } from '../condition.ts'
import { kindOf } from '../nodes/node-kinds.ts'
import { readConfig } from '../nodes/read-config.ts'
import { holds } from '../text/holds.ts'
import type { Scope } from '../text/scope.ts'
import type { WorkflowNode } from '../workflow.ts'
import { type IntentMatcher, intentScore, meetsThreshold } from './intent.ts'

/** What an agent's trigger is judged by: the newest message, while the conversation goes on or when it has ended. */
export interface AgentMoment {
  readonly when: 'during' | 'after'
  readonly text: string
  readonly scope: Scope
  readonly matcher: IntentMatcher
}

/** `ask-model`: it fires if a model finds that the description fits the conversation. `phrase`: the nearest one. */
export type AgentVerdict =
  | { readonly type: 'fires'; readonly phrase: string | null }
  | { readonly type: 'silent' }
  | { readonly type: 'ask-model'; readonly description: string; readonly phrase: string | null }

/**
 * Whether an `ai-decision`, `intent`, `hybrid` or `memory` trigger fires. A model is asked only where nothing else can
 * tell: for a hybrid one, when a phrase is near enough. Any other node, and one whose config has a problem, is silent.
 */
export function judgeAgentTrigger(node: WorkflowNode, moment: AgentMoment): AgentVerdict {
  const config = configOf(node)
  if (config === null || config.when !== moment.when) return silent
  switch (node.type) {
    case 'ai-decision':
      return { type: 'ask-model', description: config.description, phrase: null }
    case 'memory':
      return holds(config.condition, moment.scope) ? { type: 'fires', phrase: null } : silent
    case 'intent':
    case 'hybrid':
      return judgePhrases(node.type, config, moment)
    default:
      return silent
  }
}

function judgePhrases(
  type: 'intent' | 'hybrid',
  { phrases, threshold, description }: AgentConfig,
  { text, matcher }: AgentMoment,
): AgentVerdict {
  const score = intentScore(phrases, text, matcher)
  if (!meetsThreshold(score, threshold)) return silent
  const { phrase } = score
  return type === 'intent' ? { type: 'fires', phrase } : { type: 'ask-model', description, phrase }
}

const silent: AgentVerdict = { type: 'silent' }

interface AgentConfig {
  readonly when: 'during' | 'after'
  readonly description: string
  readonly phrases: readonly string[]
  readonly threshold: number
  readonly condition: Condition
}

function configOf(node: WorkflowNode): AgentConfig | null {
  const kind = kindOf(node.type)
  const read = kind?.category === 'trigger' ? readConfig(kind, node.config) : null
  // Each type reads only the fields that its own schema has made.
  return read?.type === 'config' ? (read.config as AgentConfig) : null
}
