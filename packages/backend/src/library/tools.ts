import type { JsonObject } from '@threadwork/engine'
import { quote } from '../conversation.ts'
import { notFound } from '../problem.ts'
import type { ToolContent, ToolRecord } from '../store/library-records.ts'
import { MAX_ENTRIES } from './graph-limits.ts'
import type { LibraryContext } from './library-context.ts'
import { conflict, refuseField } from './refusal.ts'

/** What a tool is made of. */
export interface ToolFields {
  readonly name: string
  readonly description: string
  readonly inputSchema: JsonObject
  readonly content: ToolContent
}

/** A tool of this team; a 404 for everybody else. */
export function readTool(library: LibraryContext, teamId: string, id: string): ToolRecord {
  const tool = library.store.get('tools', id)
  if (tool?.parent !== teamId) throw notFound(`The tool ${quote(id)}`)
  return tool
}

/** The team's own tools (I21). */
export const listTools = (library: LibraryContext, teamId: string): readonly ToolRecord[] =>
  library.store.list('tools', teamId)

/** Registers a tool under a name that is new in the team. */
export function createTool(library: LibraryContext, teamId: string, fields: ToolFields): ToolRecord {
  if (listTools(library, teamId).length >= MAX_ENTRIES) {
    throw conflict(`There are ${MAX_ENTRIES} tools, which is the most that a team can have.`)
  }
  const now = library.clock.now()
  const tool: ToolRecord = { ...fields, id: library.makeId('tool'), parent: teamId, at: now, updatedAt: now }
  return keep(library, tool)
}

/** Changes a tool. Runs that are under way call it as it is when they come to it. */
export const changeTool = (
  library: LibraryContext,
  tool: ToolRecord,
  change: Partial<ToolFields>,
): ToolRecord => keep(library, { ...tool, ...change, updatedAt: library.clock.now() })

/** Takes a tool away. */
export const deleteTool = (library: LibraryContext, tool: ToolRecord): void =>
  library.store.remove('tools', tool.id)

function keep(library: LibraryContext, tool: ToolRecord): ToolRecord {
  const twin = listTools(library, tool.parent).find(({ id, name }) => name === tool.name && id !== tool.id)
  if (twin)
    throw conflict(`There is a tool ${quote(tool.name)} already. Change that one, or choose another name.`)
  if (tool.content.type === 'api') requireAddress(tool.content.url)
  library.store.put('tools', tool)
  return tool
}

// Its host may be a template; what it leads to is judged when it is dialled.
function requireAddress(url: string): void {
  if (/^https?:\/\/./i.test(url)) return
  throw refuseField('content.url', `“${url.slice(0, 80)}” is no address. Begin it with https:// or http://.`)
}
