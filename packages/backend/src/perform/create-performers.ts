import type { WorldPerformers } from '../runs/run-ports.ts'
import type { Performed } from './perform.ts'

const unable = (what: string, how: string) => (): Promise<Performed> =>
  Promise.resolve({ type: 'failed', error: `This server is not set up to ${what}. ${how}` })

/** What a server answers for what it cannot do: the step fails, and says what is missing. */
export const unablePerformers: WorldPerformers = {
  llm: unable('ask a model', 'Give it one, or take the step out of the workflow.'),
  http: unable('send requests', 'Run it on Node, or take the step out of the workflow.'),
  webhook: unable('deliver webhooks', 'Run it on Node, or take the step out of the workflow.'),
  tool: unable('run tools', 'Give it a registry of tools, or take the step out of the workflow.'),
  skill: unable('run skills', 'Give it a set of skills, or take the step out of the workflow.'),
  sms: unable('send messages to phones', 'Give it a provider, or take the step out of the workflow.'),
  escalate: unable('escalate', 'Give it somebody to escalate to, or take the step out of the workflow.'),
  'run-evaluate': unable('evaluate runs', 'Give it a model, or take the step out of the workflow.'),
}

/** A way to perform each action; what is not given fails with a sentence that says what is missing. */
export const createPerformers = (able: Partial<WorldPerformers>): WorldPerformers => ({
  ...unablePerformers,
  ...able,
})
