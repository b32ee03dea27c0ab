import { dialects, nodeKinds } from '@threadwork/engine'
import { z } from 'zod'
import { type Operation, createOperation, reply, shape } from './operation.ts'

const view = shape(
  'NodeTypeList',
  z.strictObject({
    nodeTypes: z.array(
      z.strictObject({
        type: z.string(),
        category: z.string(),
        words: z.record(z.string(), z.array(z.string())).describe('What each dialect calls it.'),
        ways: z.array(z.string()).describe('The edges that may leave it; companions may leave any.'),
        configSchema: z.record(z.string(), z.unknown()).describe('JSON Schema of its config.'),
      }),
    ),
    total: z.int(),
  }),
)

/** Every type of node, with its words and the schema of its config: what a palette and a panel are drawn from. */
export function nodeTypeOperations(): readonly Operation[] {
  return [
    createOperation({
      id: 'listNodeTypes',
      method: 'get',
      path: '/node-types',
      tag: 'Nodes and edges',
      summary: 'List the types of nodes',
      replies: { 200: reply('All of them, in the order of a palette.', view) },
      handle: ({ c }) => {
        const nodeTypes = [...nodeKinds.values()].map(({ type, category, ways, schema }) => ({
          type,
          category,
          words: wordsOf(type),
          ways: ways ?? ['direct', 'conditional'],
          configSchema: configSchemaOf(schema),
        }))
        return c.json({ nodeTypes, total: nodeTypes.length })
      },
    }),
  ]
}

const wordsOf = (type: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.values(dialects)
      .map(
        ({ id, nodeWords }) =>
          [id, nodeWords.filter(([, ours]) => ours === type).map(([word]) => word)] as const,
      )
      .filter(([, words]) => words.length > 0),
  )

function configSchemaOf(schema: z.ZodType): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}
