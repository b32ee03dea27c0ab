import type { JsonObject } from '@threadwork/engine'
import type { ModelTool } from '../models/model.ts'
import type { ToolPorts } from './call-tool.ts'
import type { RegisteredTool } from './tool.ts'

/** Tools as a model is told of them. */
export interface DescribedTools {
  readonly tools: readonly ModelTool[]
  /** Names that no tool has. */
  readonly unknown: readonly string[]
}

const searchSchema: JsonObject = {
  type: 'object',
  required: ['query'],
  properties: { query: { type: 'string', description: 'What is looked for.' } },
}

/** The tools of these names that a team has, each once. */
export function describeTools(
  { toolsOf, inbuilt }: Pick<ToolPorts, 'toolsOf' | 'inbuilt'>,
  teamId: string,
  names: readonly string[],
): DescribedTools {
  const own = new Map(toolsOf(teamId).map((tool) => [tool.name, tool]))
  const described = [...new Set(names)].map((name) => ({
    name,
    tool: own.get(name) ?? ownEntry(inbuilt, name),
  }))
  return {
    tools: described.flatMap(({ name, tool }) =>
      tool ? [{ name, description: tool.description, inputSchema: schemaOf(tool) }] : [],
    ),
    unknown: described.flatMap(({ name, tool }) => (tool ? [] : [name])),
  }
}

type Described = Pick<RegisteredTool, 'description' | 'inputSchema'> &
  Partial<Pick<RegisteredTool, 'content'>>

const ownEntry = (inbuilt: ToolPorts['inbuilt'], name: string): Described | undefined =>
  Object.hasOwn(inbuilt, name) ? inbuilt[name] : undefined

/** Who registered a search without saying what it takes meant a query. */
function schemaOf({ inputSchema, content }: Described): JsonObject {
  const isOpen = content?.type === 'knowledge' && inputSchema['properties'] === undefined
  return isOpen ? searchSchema : inputSchema
}
