import type { DataPoint, JsonObject, Workflow } from '@threadwork/engine'
import type { ModelTool } from '../models/model.ts'

/** A workflow that a model may call. */
export interface CallableWorkflow extends ModelTool {
  readonly workflow: Workflow
}

const callable: ReadonlySet<string> = new Set(['ai-decision', 'hybrid', 'manual'])

/** A live workflow as a tool; `null` for one that only events start. */
export function callableWorkflow(workflow: Workflow): CallableWorkflow | null {
  const trigger = workflow.nodes.find(({ type }) => callable.has(type))
  if (!trigger) return null
  const { description, input } = trigger.config
  return {
    name: toolName(workflow.name),
    description: typeof description === 'string' && description !== '' ? description : workflow.name,
    inputSchema: inputSchemaOf(Array.isArray(input) ? input : []),
    workflow,
  }
}

/** A workflow's name as the name of a tool: letters, digits and underscores, at most 64. */
export const toolName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 64) || 'workflow'

const inputSchemaOf = (fields: readonly DataPoint[]): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(fields.map(({ key, label }) => [key, { description: label }])),
  required: fields.filter(({ required }) => required !== false).map(({ key }) => key),
})
