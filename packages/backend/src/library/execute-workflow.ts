import type { JsonObject, RunMode, Workflow } from '@threadwork/engine'
import type { Runner } from '../runs/runner.ts'
import type { DefinitionRecord } from '../store/library-records.ts'
import type { RunRecord } from '../store/run-records.ts'
import { type GraphName, graphOf } from './edit-graph.ts'
import { requireSound } from './judge-graph.ts'
import type { LibraryContext } from './library-context.ts'
import { conflict } from './refusal.ts'
import { withStart } from './start-node.ts'
import { globalsOf, requireRunVariables } from './run-variables.ts'

/** The version that a run of the draft keeps: it is none yet. */
export const DRAFT_VERSION = -1

/** What a run is asked for with. */
export interface ExecuteRequest {
  /** Left out: the active version, or the draft of a workflow that is not live yet and of a test. */
  readonly version?: GraphName
  readonly mode: RunMode
  readonly variables: JsonObject
  /** The data of the event that starts it, read as `trigger.…`. */
  readonly trigger: JsonObject
  readonly conversationId: string | null
  readonly idempotencyKey: string | null
}

/** What executing needs. */
export interface Executing {
  readonly library: LibraryContext
  readonly runner: Runner
}

/**
 * Starts a run of one version (I45), which it keeps whatever is edited or activated later (I44). Nothing starts that
 * cannot run to its end, and nothing that is archived.
 */
export function executeWorkflow(
  { library, runner }: Executing,
  definition: DefinitionRecord,
  request: ExecuteRequest,
): RunRecord {
  const { mode, variables, trigger, conversationId, idempotencyKey } = request
  if (definition.status === 'archived') {
    throw conflict(
      `The workflow “${definition.name}” is archived and is not run any more. Give it the status “draft” first.`,
    )
  }
  requireRunVariables(library, definition.parent, variables, 'input')
  const name = request.version ?? usualVersion(definition, mode)
  const workflow = workflowOf(library, definition, name)
  requireSound(
    library,
    definition,
    workflow,
    `${name === 'draft' ? 'The draft' : `Version ${name}`} cannot be run.`,
  )
  return runner.start({
    teamId: definition.parent,
    workflow,
    mode,
    variables,
    trigger,
    conversationId,
    idempotencyKey,
    ...globalsOf(library, definition.parent),
  })
}

/** A version of a workflow as a run executes it. */
export const workflowOf = (
  library: LibraryContext,
  definition: DefinitionRecord,
  name: GraphName,
): Workflow => ({
  ...withStart(graphOf(library, definition, name)),
  id: definition.id,
  name: definition.name,
  version: name === 'draft' ? DRAFT_VERSION : name,
})

const usualVersion = ({ status, activeVersion }: DefinitionRecord, mode: RunMode): GraphName =>
  status === 'draft' || mode === 'test' ? 'draft' : activeVersion
