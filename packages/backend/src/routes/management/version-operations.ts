import { z } from 'zod'
import { isoTime } from '../../context.ts'
import { changeGraph } from '../../library/edit-graph.ts'
import { edgesShape, nodesShape, objectShape } from '../../library/graph-shape.ts'
import {
  activateVersion,
  addVersion,
  changeVersion,
  listVersions,
  restoreVersion,
} from '../../library/versions.ts'
import { readVersion } from '../../library/workflow-access.ts'
import { HttpProblem } from '../../problem.ts'
import type { DefinitionRecord, VersionRecord } from '../../store/library-records.ts'
import { askedEditable, askedWorkflow } from './answers.ts'
import type { ManagementContext } from './management-context.ts'
import { type Asked, type Operation, createOperation, reply, shape } from './operation.ts'
import { nameShape } from './request-shapes.ts'
import { graphFields, showGraph } from './views/graph-view.ts'
import { showWorkflow, workflowView } from './views/workflow-view.ts'

const summaryFields = {
  workflowId: z.string(),
  number: z.int(),
  name: z.string(),
  isActive: z.boolean().describe('Exactly one version of a workflow is.'),
  createdAt: z.string(),
  updatedAt: z.string(),
}
const summaryView = z.strictObject({ id: z.string(), ...summaryFields })
const versionView = shape('Version', z.strictObject({ id: z.string(), ...summaryFields, ...graphFields }))

const summarize = (
  definition: DefinitionRecord,
  { id, number, name, at, updatedAt }: VersionRecord,
): object => ({
  id,
  workflowId: definition.id,
  number,
  name,
  isActive: number === definition.activeVersion,
  createdAt: isoTime(at),
  updatedAt: isoTime(updatedAt),
})
const show = (definition: DefinitionRecord, version: VersionRecord): object => ({
  ...summarize(definition, version),
  ...showGraph(definition.dialect, version.graph),
})

function numberOf({ param }: Asked<unknown, unknown>): number {
  const text = param('number')
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new HttpProblem(
    404,
    `“${text.slice(0, 80)}” is not the number of a version. Versions are counted from 0.`,
  )
}

/** The versions of a workflow: kept, compared, activated, rolled back to. */
export function versionOperations(context: ManagementContext): readonly Operation[] {
  const { library } = context
  return [
    createOperation({
      id: 'listVersions',
      method: 'get',
      path: '/workflows/:id/versions',
      tag: 'Versions',
      summary: 'List the versions of a workflow',
      replies: {
        200: reply(
          'All of them, by number.',
          shape('VersionList', z.strictObject({ versions: z.array(summaryView), total: z.int() })),
        ),
      },
      handle: (asked) => {
        const definition = askedWorkflow(context, asked)
        const versions = listVersions(library, definition).map((version) => summarize(definition, version))
        return asked.c.json({ versions, total: versions.length })
      },
    }),
    createOperation({
      id: 'createVersion',
      method: 'post',
      path: '/workflows/:id/versions',
      tag: 'Versions',
      summary: 'Keep the draft as a new version',
      description: 'It is not active until it is activated.',
      body: shape(
        'CreateVersion',
        z.strictObject({
          name: nameShape.optional().describe('v1 — Initial Release; its number when left out.'),
        }),
      ),
      replies: { 201: reply('The new version.', versionView) },
      handle: (asked) => {
        const definition = addVersion(library, askedEditable(context, asked), asked.body.name ?? null)
        return asked.c.json(show(definition, readVersion(library, definition, definition.lastVersion)), 201)
      },
    }),
    createOperation({
      id: 'getVersion',
      method: 'get',
      path: '/workflows/:id/versions/:number',
      tag: 'Versions',
      summary: 'Read a version',
      replies: { 200: reply('The version with its graph.', versionView) },
      handle: (asked) => {
        const definition = askedWorkflow(context, asked)
        return asked.c.json(show(definition, readVersion(library, definition, numberOf(asked))))
      },
    }),
    createOperation({
      id: 'updateVersion',
      method: 'patch',
      path: '/workflows/:id/versions/:number',
      tag: 'Versions',
      summary: 'Edit a version',
      description:
        'Any of them. The active version of a live workflow has to stay able to run; runs under way keep what they began with.',
      body: shape(
        'UpdateVersion',
        z.strictObject({
          name: nameShape.optional(),
          nodes: nodesShape.optional(),
          edges: edgesShape.optional(),
          settings: objectShape.optional(),
        }),
      ),
      replies: { 200: reply('The version.', versionView) },
      handle: (asked) => {
        const { name, nodes, edges, settings } = asked.body
        const definition = askedEditable(context, asked)
        const version = readVersion(library, definition, numberOf(asked))
        const isEdited = nodes !== undefined || edges !== undefined || settings !== undefined
        const graph = changeGraph(definition.dialect, version.graph, { nodes, edges, settings })
        const change = { ...(name === undefined ? {} : { name }), ...(isEdited ? { graph } : {}) }
        return asked.c.json(show(definition, changeVersion(library, definition, version, change)))
      },
    }),
    createOperation({
      id: 'activateVersion',
      method: 'post',
      path: '/workflows/:id/versions/:number/activate',
      tag: 'Versions',
      summary: 'Make a version the active one',
      description:
        'A draft goes live with it. Runs under way go on with theirs. A version that cannot run is refused with every problem.',
      replies: { 200: reply('The workflow.', workflowView) },
      handle: (asked) =>
        asked.c.json(
          showWorkflow(library, activateVersion(library, askedEditable(context, asked), numberOf(asked))),
        ),
    }),
    createOperation({
      id: 'restoreVersion',
      method: 'post',
      path: '/workflows/:id/versions/:number/restore',
      tag: 'Versions',
      summary: 'Load a version into the draft, or roll back to it',
      body: shape(
        'RestoreVersion',
        z.strictObject({
          activate: z
            .boolean()
            .optional()
            .describe('Whether it becomes the active one as well: a roll-back.'),
        }),
      ),
      replies: { 200: reply('The workflow.', workflowView) },
      handle: (asked) => {
        const restored = library.store.transaction(() => {
          const definition = restoreVersion(library, askedEditable(context, asked), numberOf(asked))
          return asked.body.activate ? activateVersion(library, definition, numberOf(asked)) : definition
        })
        return asked.c.json(showWorkflow(library, restored))
      },
    }),
  ]
}
