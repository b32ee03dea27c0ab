import {
  type Condition,
  type Json,
  type JsonObject,
  type Scope,
  type Workflow,
  type WorkflowNode,
  createRun,
  createScope,
  holds,
} from '@threadwork/engine'
import type { IntentMatcher } from '../models/intent-matcher.ts'
import type { FactsEvent } from './facts-event.ts'

/** What a trigger is judged by. */
export interface JudgePorts {
  readonly now: () => number
  readonly intents: IntentMatcher
  /** What a person said in a conversation, oldest first. */
  readonly saidIn: (conversationId: string) => readonly string[]
  /** Whether a sentence is true of a conversation, as a model judges it. */
  readonly judge: (sentence: string, event: FactsEvent) => Promise<boolean>
}

/** The defaults of `threshold` as the kinds of triggers have it. */
const usualThreshold = 0.7

/**
 * Whether a trigger that listens to what is said fires: by memory and phrases alone, at once; `ask` where only a model can
 * tell, which is asked no sooner than everything else has been found to fit.
 */
export function judgeTrigger(
  ports: JudgePorts,
  { workflow, trigger }: { readonly workflow: Workflow; readonly trigger: WorkflowNode },
  event: FactsEvent,
): boolean | 'ask' {
  const { config } = trigger
  switch (trigger.type) {
    case 'memory':
      // A condition that is none does not hold.
      return holds(config['condition'] as unknown as Condition, scopeOf(ports, workflow, event))
    case 'intent':
      return isMeant(ports, config, event)
    case 'hybrid':
      return isMeant(ports, config, event) && 'ask'
    case 'ai-decision':
      return 'ask'
    default:
      return false
  }
}

/** What a model is asked about a trigger: its description. */
export const sentenceOf = (trigger: WorkflowNode): string => {
  const { description } = trigger.config
  return typeof description === 'string' ? description : ''
}

function isMeant(ports: JudgePorts, config: JsonObject, event: FactsEvent): boolean {
  const said = event.cause.message ? [event.cause.message.text] : ports.saidIn(event.conversationId)
  const phrases = textsOf(config['phrases'])
  const threshold = typeof config['threshold'] === 'number' ? config['threshold'] : usualThreshold
  const best = Math.max(0, ...said.map((text) => ports.intents.score(phrases, text)))
  return best > 0 && best >= threshold
}

const textsOf = (list: Json | undefined): readonly string[] =>
  Array.isArray(list) ? list.filter((text: Json): text is string => typeof text === 'string') : []

/** What a condition of a trigger can read: the world as the event tells it. */
function scopeOf({ now }: JudgePorts, workflow: Workflow, { event }: FactsEvent): Scope {
  const { conversation, contact, session, message } = event
  const nobody = {
    id: '',
    mode: 'production',
    trigger: {},
    variables: {},
    globals: {},
    secretNames: [],
  } as const
  const run = createRun({ ...nobody, workflow, invokeCount: 0 }, now())
  const world = { conversation: { ...conversation }, contact, session, message: message && { ...message } }
  return createScope(run, { now: now(), random: 0, world })
}
