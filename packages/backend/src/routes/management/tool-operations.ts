import { z } from 'zod'
import { isoTime } from '../../context.ts'
import { MAX_CONFIG, MAX_DESCRIPTION } from '../../library/graph-limits.ts'
import { objectShape } from '../../library/graph-shape.ts'
import { conflict } from '../../library/refusal.ts'
import { changeTool, createTool, deleteTool, listTools, readTool } from '../../library/tools.ts'
import type { ToolContent, ToolRecord } from '../../store/library-records.ts'
import type { ManagementContext } from './management-context.ts'
import { type Operation, createOperation, emptyReply, reply, shape } from './operation.ts'

const code = z.string().min(1).max(MAX_CONFIG)
const contentShape: z.ZodType<ToolContent> = z.union([
  z.strictObject({ type: z.literal('python'), code: code.describe('It defines main(input).') }),
  z.strictObject({ type: z.literal('javascript'), code: code.describe('It defines main(input).') }),
  z.strictObject({
    type: z.literal('api'),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    url: z.string().min(1).max(2_000),
    headers: z
      .array(z.strictObject({ name: z.string().min(1).max(200), value: z.string().max(4_000) }))
      .max(50),
    body: z.string().max(MAX_CONFIG).nullable(),
  }),
  z.strictObject({
    type: z.literal('knowledge'),
    collection: z.string().max(200).describe('Empty: the whole base.'),
    limit: z.int().min(1).max(50),
  }),
])
const toolName = z.string().regex(/^[A-Za-z_][\w-]{0,63}$/, {
  error: 'A tool is called by letters, digits, _ and -, beginning with a letter or _, at most 64.',
})
const toolView = shape(
  'Tool',
  z.strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    inputSchema: z.record(z.string(), z.unknown()),
    content: z.union([contentShape, z.strictObject({ type: z.literal('inbuilt') })]),
    createdAt: z.string().nullable(),
    updatedAt: z.string().nullable(),
  }),
)

const show = ({ id, name, description, inputSchema, content, at, updatedAt }: ToolRecord): object => ({
  id,
  name,
  description,
  inputSchema,
  content,
  createdAt: isoTime(at),
  updatedAt: isoTime(updatedAt),
})

/** The registry of tools: those that are inbuilt, and the team's own. */
export function toolOperations({ library, inbuiltTools }: ManagementContext): readonly Operation[] {
  return [
    createOperation({
      id: 'listTools',
      method: 'get',
      path: '/tools',
      tag: 'Tools and knowledge',
      summary: 'List tools',
      replies: {
        200: reply(
          'All of them.',
          shape('ToolList', z.strictObject({ tools: z.array(toolView.schema), total: z.int() })),
        ),
      },
      handle: ({ c, teamId }) => {
        const inbuilt = inbuiltTools.map((tool) => ({
          ...tool,
          id: `inbuilt:${tool.name}`,
          content: { type: 'inbuilt' },
          createdAt: null,
          updatedAt: null,
        }))
        const tools = [...inbuilt, ...listTools(library, teamId).map(show)]
        return c.json({ tools, total: tools.length })
      },
    }),
    createOperation({
      id: 'createTool',
      method: 'post',
      path: '/tools',
      tag: 'Tools and knowledge',
      summary: 'Register a tool',
      description: 'Inline Python or JavaScript, an external API, or a search in the knowledge base.',
      body: shape(
        'CreateTool',
        z.strictObject({
          name: toolName,
          description: z.string().max(MAX_DESCRIPTION).optional(),
          inputSchema: objectShape.optional().describe('JSON Schema of what it is given.'),
          content: contentShape,
        }),
      ),
      replies: { 201: reply('The tool.', toolView) },
      handle: ({
        c,
        teamId,
        body: { name, description = '', inputSchema = { type: 'object' }, content },
      }) => {
        requireFree(inbuiltTools, name)
        return c.json(show(createTool(library, teamId, { name, description, inputSchema, content })), 201)
      },
    }),
    createOperation({
      id: 'getTool',
      method: 'get',
      path: '/tools/:id',
      tag: 'Tools and knowledge',
      summary: 'Read a tool',
      replies: { 200: reply('The tool.', toolView) },
      handle: ({ c, teamId, param }) => c.json(show(readTool(library, teamId, param('id')))),
    }),
    createOperation({
      id: 'updateTool',
      method: 'patch',
      path: '/tools/:id',
      tag: 'Tools and knowledge',
      summary: 'Change a tool',
      body: shape(
        'UpdateTool',
        z.strictObject({
          name: z.exactOptional(toolName),
          description: z.exactOptional(z.string().max(MAX_DESCRIPTION)),
          inputSchema: z.exactOptional(objectShape),
          content: z.exactOptional(contentShape),
        }),
      ),
      replies: { 200: reply('The tool.', toolView) },
      handle: ({ c, teamId, param, body }) => {
        if (body.name !== undefined) requireFree(inbuiltTools, body.name)
        return c.json(show(changeTool(library, readTool(library, teamId, param('id')), body)))
      },
    }),
    createOperation({
      id: 'deleteTool',
      method: 'delete',
      path: '/tools/:id',
      tag: 'Tools and knowledge',
      summary: 'Take a tool away',
      replies: { 204: emptyReply('It is gone.') },
      handle: ({ c, teamId, param }) => {
        deleteTool(library, readTool(library, teamId, param('id')))
        return c.body(null, 204)
      },
    }),
  ]
}

function requireFree(inbuilt: ManagementContext['inbuiltTools'], name: string): void {
  if (inbuilt.every((tool) => tool.name !== name)) return
  throw conflict(`“${name}” is an inbuilt tool, and no other can have its name. Choose another.`)
}
