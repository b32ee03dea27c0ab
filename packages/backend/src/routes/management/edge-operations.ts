import type { WorkflowGraph } from '@threadwork/engine'
import { z } from 'zod'
import { edgeOf, withEdge, withEdgeChanged, withoutEdge } from '../../library/edit-graph.ts'
import { type EdgeDocument, edgeFields, idShape } from '../../library/graph-shape.ts'
import { readEdge } from '../../library/graph-words.ts'
import type { ManagementContext } from './management-context.ts'
import { type OpenedGraph, bodyPlace, openToEdit, openToRead, queryPlace, withId } from './open-graph.ts'
import { type Operation, createOperation, emptyReply, reply, shape } from './operation.ts'
import { placedEdgeView } from './views/graph-view.ts'

const shownEdge = ({ place }: OpenedGraph, graph: WorkflowGraph, id: string): object => ({
  ...edgeOf(graph, id),
  ...place,
})

/** Edges, one by one, in the draft or in any version. */
export function edgeOperations(context: ManagementContext): readonly Operation[] {
  const { library } = context
  return [
    createOperation({
      id: 'createEdge',
      method: 'post',
      path: '/edges',
      tag: 'Nodes and edges',
      summary: 'Connect two nodes',
      description:
        'direct, conditional (with a priority), companion, or the true and false of a node that decides.',
      body: shape(
        'CreateEdge',
        z.strictObject({
          ...bodyPlace,
          id: idShape.optional().describe('Given by the server when left out.'),
          source: edgeFields.source,
          target: edgeFields.target,
          type: edgeFields.type
            .default('direct')
            .describe('direct, conditional, companion, true or false; or the dialect’s word.'),
          condition: edgeFields.condition
            .optional()
            .describe('A sentence that a model judges, or a condition that is computed.'),
          priority: edgeFields.priority.optional().describe('The smallest number is asked first.'),
        }),
      ),
      replies: { 201: reply('The edge.', placedEdgeView) },
      handle: ({ c, teamId, body: { workflowId: _workflow, version: _version, ...fields }, body }) => {
        const opened = openToEdit(context, teamId, body)
        const edge = readEdge(opened.definition.dialect, withId(fields, library.makeId('edge')), 'edge')
        const graph = withEdge(opened.graph, edge)
        opened.keep(graph)
        return c.json(shownEdge(opened, graph, edge.id), 201)
      },
    }),
    createOperation({
      id: 'getEdge',
      method: 'get',
      path: '/edges/:id',
      tag: 'Nodes and edges',
      summary: 'Read an edge',
      query: queryPlace,
      replies: { 200: reply('The edge.', placedEdgeView) },
      handle: ({ c, teamId, param, query }) => {
        const opened = openToRead(context, teamId, query)
        return c.json(shownEdge(opened, opened.graph, param('id')))
      },
    }),
    createOperation({
      id: 'updateEdge',
      method: 'patch',
      path: '/edges/:id',
      tag: 'Nodes and edges',
      summary: 'Change an edge',
      body: shape(
        'UpdateEdge',
        z.strictObject({
          ...bodyPlace,
          source: edgeFields.source.optional(),
          target: edgeFields.target.optional(),
          type: edgeFields.type.optional(),
          condition: edgeFields.condition.nullable().optional().describe('null takes it away.'),
          priority: edgeFields.priority.nullable().optional().describe('null takes it away.'),
        }),
      ),
      replies: { 200: reply('The edge.', placedEdgeView) },
      handle: ({ c, teamId, param, body: { workflowId: _workflow, version: _version, ...fields }, body }) => {
        const opened = openToEdit(context, teamId, body)
        const changed = { ...edgeOf(opened.graph, param('id')), ...fields }
        const kept = Object.fromEntries(
          Object.entries(changed).filter(([, value]) => value !== null && value !== undefined),
        )
        const edge = readEdge(opened.definition.dialect, kept as EdgeDocument, 'edge')
        const graph = withEdgeChanged(opened.graph, edge)
        opened.keep(graph)
        return c.json(shownEdge(opened, graph, edge.id))
      },
    }),
    createOperation({
      id: 'deleteEdge',
      method: 'delete',
      path: '/edges/:id',
      tag: 'Nodes and edges',
      summary: 'Take an edge away',
      query: queryPlace,
      replies: { 204: emptyReply('It is gone.') },
      handle: ({ c, teamId, param, query }) => {
        const opened = openToEdit(context, teamId, query)
        opened.keep(withoutEdge(opened.graph, edgeOf(opened.graph, param('id')).id))
        return c.body(null, 204)
      },
    }),
  ]
}
