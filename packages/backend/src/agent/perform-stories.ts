import type { WorldPerformers } from '../runs/run-ports.ts'
import { type DevelopmentPorts, createDevelopmentTools, isDevelopmentTool } from './development-tools.ts'
import { createSkillPlayer } from './perform-skill.ts'
import { isScenario } from './scenario-workflow.ts'

/** Lets the agent's own scenarios play their skills and tools; everything else is performed as it was. */
export function withStories(
  performers: WorldPerformers,
  ports: DevelopmentPorts & { readonly now: () => number },
): WorldPerformers {
  const tools = createDevelopmentTools(ports)
  const play = createSkillPlayer(ports)
  return {
    ...performers,
    tool: (action, context) =>
      isDevelopmentTool(action.tool) ? tools(action, context) : performers.tool(action, context),
    skill: (action, context) =>
      isScenario(context.workflowId) ? play(action, context) : performers.skill(action, context),
  }
}
