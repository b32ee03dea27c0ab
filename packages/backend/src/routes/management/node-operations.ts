import type { WorkflowGraph } from '@threadwork/engine'
import { z } from 'zod'
import { nodeOf, withNode, withNodeChanged, withoutNode } from '../../library/edit-graph.ts'
import { type NodeDocument, idShape, nodeFields } from '../../library/graph-shape.ts'
import { readNode, typeForConfig } from '../../library/graph-words.ts'
import type { ManagementContext } from './management-context.ts'
import { type OpenedGraph, bodyPlace, openToEdit, openToRead, queryPlace, withId } from './open-graph.ts'
import { type Operation, createOperation, emptyReply, reply, shape } from './operation.ts'
import { placedNodeView, showNode } from './views/graph-view.ts'

const shownNode = ({ definition, place }: OpenedGraph, graph: WorkflowGraph, id: string): object => ({
  ...showNode(definition.dialect, nodeOf(graph, id)),
  ...place,
})

/** Nodes, one by one, in the draft or in any version. */
export function nodeOperations(context: ManagementContext): readonly Operation[] {
  const { library } = context
  return [
    createOperation({
      id: 'createNode',
      method: 'post',
      path: '/nodes',
      tag: 'Nodes and edges',
      summary: 'Add a node',
      description:
        'Its type is our word or the dialect’s (say-llm, SAY_LLM). A type that nobody knows is kept, and told when the workflow is judged.',
      body: shape(
        'CreateNode',
        z.strictObject({
          ...bodyPlace,
          id: idShape.optional().describe('Given by the server when left out.'),
          type: nodeFields.type,
          name: nodeFields.name,
          config: nodeFields.config
            .optional()
            .describe('What its type takes: Config.say-llm, Config.http-request … below.'),
          position: nodeFields.position.optional(),
        }),
      ),
      replies: { 201: reply('The node.', placedNodeView) },
      handle: ({ c, teamId, body: { workflowId: _workflow, version: _version, ...fields }, body }) => {
        const opened = openToEdit(context, teamId, body)
        const node = readNode(opened.definition.dialect, withId(fields, library.makeId('node')), 'node')
        const graph = withNode(opened.graph, node)
        opened.keep(graph)
        return c.json(shownNode(opened, graph, node.id), 201)
      },
    }),
    createOperation({
      id: 'getNode',
      method: 'get',
      path: '/nodes/:id',
      tag: 'Nodes and edges',
      summary: 'Read a node',
      query: queryPlace,
      replies: { 200: reply('The node.', placedNodeView) },
      handle: ({ c, teamId, param, query }) => {
        const opened = openToRead(context, teamId, query)
        return c.json(shownNode(opened, opened.graph, param('id')))
      },
    }),
    createOperation({
      id: 'updateNode',
      method: 'patch',
      path: '/nodes/:id',
      tag: 'Nodes and edges',
      summary: 'Change a node',
      description: 'The config is given whole.',
      body: shape(
        'UpdateNode',
        z.strictObject({
          ...bodyPlace,
          type: nodeFields.type.optional(),
          name: nodeFields.name.optional(),
          config: nodeFields.config.optional(),
          position: nodeFields.position.optional(),
        }),
      ),
      replies: { 200: reply('The node.', placedNodeView) },
      handle: ({ c, teamId, param, body: { workflowId: _workflow, version: _version, ...fields }, body }) => {
        const opened = openToEdit(context, teamId, body)
        const node = nodeOf(opened.graph, param('id'))
        const type = fields.config ? typeForConfig(opened.definition.dialect, node, fields.config) : node.type
        const changed = { ...node, type, ...fields } as unknown as NodeDocument
        const graph = withNodeChanged(opened.graph, readNode(opened.definition.dialect, changed, 'node'))
        opened.keep(graph)
        return c.json(shownNode(opened, graph, param('id')))
      },
    }),
    createOperation({
      id: 'deleteNode',
      method: 'delete',
      path: '/nodes/:id',
      tag: 'Nodes and edges',
      summary: 'Take a node away, with the edges at it',
      query: queryPlace,
      replies: { 204: emptyReply('It is gone.') },
      handle: ({ c, teamId, param, query }) => {
        const opened = openToEdit(context, teamId, query)
        opened.keep(withoutNode(opened.graph, nodeOf(opened.graph, param('id')).id))
        return c.body(null, 204)
      },
    }),
  ]
}
