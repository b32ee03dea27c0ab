import type { Run } from '@threadwork/engine'
import type { BackendContext } from '../context.ts'

const judged: ReadonlySet<string> = new Set(['say-llm', 'worker-llm', 'ai-extraction', 'run-evaluator'])

/** `scripted` where a step shows the judgement of a model, and none was asked; else `null`. */
export function judgedBy(
  { model }: Pick<BackendContext, 'model'>,
  run: Run,
  stepId: string,
): 'scripted' | null {
  if (!model.isScripted) return null
  const nodeId = run.steps.find((step) => step.id === stepId)?.nodeId
  const node = run.workflow.nodes.find((each) => each.id === nodeId)
  return node !== undefined && judged.has(node.type) ? 'scripted' : null
}
