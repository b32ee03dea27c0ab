import type { DataPoint, Workflow } from '@threadwork/engine'
import type { ModelTool } from '../models/model.ts'
import { inputSchemaOf } from './input-schema.ts'

/** A workflow that a model may call. */
export interface CallableWorkflow extends ModelTool {
  readonly workflow: Workflow
  /** What it is called with; empty where it takes whatever its nodes read. */
  readonly fields: readonly DataPoint[]
}

const callable: ReadonlySet<string> = new Set(['ai-decision', 'hybrid', 'manual'])

/** A live workflow as a tool; `null` for one that only events start. */
export function callableWorkflow(workflow: Workflow): CallableWorkflow | null {
  const trigger = workflow.nodes.find(({ type }) => callable.has(type))
  if (!trigger) return null
  const { description, input } = trigger.config
  // A graph that is live was judged by the schema of its trigger.
  const fields = (Array.isArray(input) ? input : []) as unknown as readonly DataPoint[]
  return {
    name: toolName(workflow.name),
    description: typeof description === 'string' && description !== '' ? description : workflow.name,
    inputSchema: inputSchemaOf(fields),
    workflow,
    fields,
  }
}

const longestName = 64

/** A workflow's name as the name of a tool: letters, digits and underscores, at most 64. */
export const toolName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, longestName) || 'workflow'

/** Tools with a name each: a second one of a name is numbered. */
export function withOwnNames(tools: readonly CallableWorkflow[]): readonly CallableWorkflow[] {
  const taken = new Set<string>()
  return tools.map((tool) => {
    const name = freeName(tool.name, taken)
    taken.add(name)
    return { ...tool, name }
  })
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? '' : `_${number}`
    const candidate = name.slice(0, longestName - tail.length) + tail
    if (!taken.has(candidate)) return candidate
  }
}
