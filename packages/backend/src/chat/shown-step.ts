import { kindOf, type Run } from '@threadwork/engine'

/** Whether a step stands on the card of its run. A pause of milliseconds is a breath between two steps, and is none. */
export function isShownStep(run: Run, stepId: string): boolean {
  const nodeId = run.steps.find((step) => step.id === stepId)?.nodeId
  const node = run.workflow.nodes.find((each) => each.id === nodeId)
  if (!node || (node.type === 'delay' && node.config['unit'] === 'milliseconds')) return false
  return kindOf(node.type)?.isShown === true
}
