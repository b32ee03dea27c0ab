import { teamOfConversation } from '../conversation.ts'
import type { BackendContext } from '../context.ts'
import { type CallableWorkflow, callableWorkflow, toolName, withOwnNames } from './callable-workflow.ts'
import { scenarioWorkflow } from './scenario-workflow.ts'
import { allScenarios } from './scenarios/scenarios.ts'

/** What a model may call in a conversation: the live workflows of its team, and those that the agent knows by heart. */
export function agentTools(context: BackendContext, conversationId: string): readonly CallableWorkflow[] {
  const live = context.listening.workflows(teamOfConversation(context, conversationId))
  const own = live.flatMap((workflow) => callableWorkflow(workflow) ?? [])
  const taken = new Set(own.map(({ name }) => name))
  const known = allScenarios.flatMap((scenario): readonly CallableWorkflow[] => {
    if (scenario.name === undefined || taken.has(toolName(scenario.name))) return []
    const workflow = scenarioWorkflow(scenario, context.pace)
    const name = toolName(scenario.name)
    return [{ name, description: scenario.title, inputSchema: anyInput, workflow, fields: [] }]
  })
  return withOwnNames([...own, ...known])
}

const anyInput = { type: 'object', properties: {} } as const
