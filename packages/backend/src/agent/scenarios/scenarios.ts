import { answerScenarios } from './answers.ts'
import { approvalScenarios } from './approvals.ts'
import { connectionScenarios } from './connections.ts'
import { deliveryScenarios } from './delivery.ts'
import type { Scenario } from './scenario.ts'
import { skillScenarios } from './skills.ts'
import { workflowScenarios } from './workflows.ts'

/** All that the agent knows by heart. In this order: a message that names two of them gets the first. */
export const allScenarios: readonly Scenario[] = [
  ...deliveryScenarios,
  ...workflowScenarios,
  ...approvalScenarios,
  ...connectionScenarios,
  ...skillScenarios,
  ...answerScenarios,
]

/** The same in the order of a menu: it begins with what an agent is for; what tries the way to it comes last. */
export const shownScenarios: readonly Scenario[] = [
  ...approvalScenarios.toReversed(),
  ...connectionScenarios,
  ...workflowScenarios,
  ...skillScenarios.toReversed(),
  ...answerScenarios,
  ...deliveryScenarios,
]
