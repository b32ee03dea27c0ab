import { type WorkflowGraph, diffGraphs } from '@threadwork/engine'
import { z } from 'zod'
import { type GraphName, graphOf } from '../../library/edit-graph.ts'
import { askedWorkflow } from './answers.ts'
import type { ManagementContext } from './management-context.ts'
import { type Operation, createOperation, reply, shape } from './operation.ts'
import { queryVersion } from './request-shapes.ts'
import { comparisonView } from './views/comparison-view.ts'

/** What changed from one version to another (I46). */
export function compareOperation(context: ManagementContext): Operation {
  const { library } = context
  return createOperation({
    id: 'compareVersions',
    method: 'get',
    path: '/workflows/:id/versions/compare',
    tag: 'Versions',
    summary: 'Compare two versions, or a version with the draft',
    description: 'By node, edge and field. Where nodes lie on the canvas makes no difference.',
    query: shape(
      'CompareVersions',
      z.strictObject({
        from: queryVersion.describe('A number, or draft.'),
        to: queryVersion.default('draft').describe('The draft when left out.'),
      }),
    ),
    replies: { 200: reply('What has to change for the one to become the other.', comparisonView) },
    handle: (asked) => {
      const definition = askedWorkflow(context, asked)
      const { from, to } = asked.query
      const graph = (name: GraphName): WorkflowGraph => graphOf(library, definition, name)
      return asked.c.json({ from, to, changes: diffGraphs(graph(from), graph(to)) })
    },
  })
}
