import type { WorkflowGraph } from '../workflow.ts'
import { checkAdvice } from './check-advice.ts'
import { checkConfigs } from './check-configs.ts'
import { checkEdges } from './check-edges.ts'
import { checkIds } from './check-ids.ts'
import { checkLoops } from './check-loops.ts'
import { checkNames } from './check-names.ts'
import { checkReach } from './check-reach.ts'
import { checkSecrets } from './check-secrets.ts'
import { checkSettings } from './check-settings.ts'
import { checkTrigger } from './check-trigger.ts'
import { checkUrls } from './check-urls.ts'
import { checkVariables } from './check-variables.ts'
import { checkWays } from './check-ways.ts'
import { factsOf } from './graph-facts.ts'
import type { Problem } from './problem.ts'
import type { ValidationContext } from './validation-context.ts'

const checks = [
  checkTrigger,
  checkIds,
  checkConfigs,
  checkEdges,
  checkWays,
  checkReach,
  checkNames,
  checkVariables,
  checkSecrets,
  checkUrls,
  checkLoops,
  checkSettings,
  checkAdvice,
]

/**
 * Every problem of a graph where it is to run, errors before warnings. Without an error it can be activated; a warning
 * is advice, or what only a run can tell.
 */
export function validateWorkflow(graph: WorkflowGraph, context: ValidationContext = {}): readonly Problem[] {
  const facts = factsOf(graph)
  const problems = checks.flatMap((check) => check(facts, context))
  return [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))]
}

const isError = (problem: Problem): boolean => problem.severity === 'error'
