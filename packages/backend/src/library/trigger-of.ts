import { type WorkflowGraph, type WorkflowNode, kindOf } from '@threadwork/engine'

/** Whether a node starts a workflow. */
export const isTrigger = (node: WorkflowNode): boolean => kindOf(node.type)?.category === 'trigger'

/** What starts a workflow; `null` while nothing does. */
export const triggerOf = (graph: WorkflowGraph): WorkflowNode | null => graph.nodes.find(isTrigger) ?? null
