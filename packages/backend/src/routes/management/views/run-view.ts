import {
  type Json,
  type JsonObject,
  type RunStatus,
  type Step,
  type StepStatus,
  dialects,
} from '@threadwork/engine'
import { z } from 'zod'
import { isoTime } from '../../../context.ts'
import { DRAFT_VERSION } from '../../../library/execute-workflow.ts'
import { nodeWordOf } from '../../../library/graph-words.ts'
import { durationOf } from '../../../library/workflow-stats.ts'
import { formSecretsOf, withoutFormSecrets } from '../../../runs/form-secrets.ts'
import type { DialectName } from '../../../store/library-records.ts'
import type { RunRecord } from '../../../store/run-records.ts'
import type { Store } from '../../../store/store.ts'
import { type Shape, shape } from '../operation.ts'

const json = z.unknown()
const moment = z.string().nullable()
const summaryFields = {
  id: z.string(),
  workflowId: z.string(),
  workflowName: z.string().describe('As it was called when the run began.'),
  version: z.int().nullable().describe('null: the draft.'),
  mode: z.enum(['production', 'test', 'manual']),
  status: z.enum(['queued', 'running', 'waiting', 'failed', 'completed', 'cancelled']),
  statusWord: z.string().describe('The status in the words of the workflow’s dialect.'),
  queuedBecause: z.string().nullable(),
  conversationId: z.string().nullable(),
  error: z.string().nullable(),
  createdAt: z.string(),
  startedAt: moment,
  endedAt: moment,
  durationMs: z.number().nullable(),
}
const stepSchema = z.strictObject({
  id: z.string(),
  nodeId: z.string(),
  name: z.string(),
  type: z.string(),
  typeWord: z.string(),
  lane: z.string(),
  status: z.enum(['running', 'asking', 'sleeping', 'choosing', 'completed', 'failed', 'cancelled']),
  statusWord: z.string(),
  attempt: z.int(),
  input: json,
  output: json,
  error: z.string().nullable(),
  question: json.describe('What a person is asked; null while nobody is.'),
  wakesAt: moment,
  startedAt: moment,
  endedAt: moment,
  durationMs: z.number().nullable(),
})

/** A run in a list. */
export const runSummaryView: Shape = shape('RunSummary', z.strictObject(summaryFields))

/** A run with its steps. */
export const runView: Shape = shape(
  'Run',
  z.strictObject({
    ...summaryFields,
    trigger: json,
    input: json.describe('The variables that it was given, and those that its nodes set.'),
    steps: z.array(stepSchema),
  }),
)

/** Tells a run without its steps. */
export function summarizeRun(
  dialect: DialectName,
  { run, parent, queuedBecause, conversationId }: RunRecord,
): object {
  const { id, mode, status, workflow } = run
  const error = run.error === null ? null : formSecretsOf(run).text(run.error)
  return {
    id,
    workflowId: parent,
    workflowName: workflow.name,
    version: workflow.version === DRAFT_VERSION ? null : workflow.version,
    mode,
    status,
    statusWord: dialects[dialect].runStatusWord(status),
    queuedBecause,
    conversationId,
    error,
    createdAt: isoTime(run.createdAt),
    startedAt: isoOf(run.startedAt),
    endedAt: isoOf(run.endedAt),
    durationMs: durationOf(run.startedAt, run.endedAt),
  }
}

/** Tells a run with everything that happened in it. */
export function showRun(dialect: DialectName, kept: RunRecord): object {
  const record = { ...kept, run: withoutFormSecrets(kept.run) }
  const { trigger, variables, steps } = record.run
  return {
    ...summarizeRun(dialect, record),
    trigger,
    input: variables,
    steps: steps.map((step) => showStep(dialect, record, step)),
  }
}

/** Tells a run in the words of its workflow's dialect, as JSON; in ours when the workflow is not in the library. */
export const tellRun = (store: Pick<Store, 'get'>, record: RunRecord): JsonObject =>
  // Views are plain JSON.
  showRun(store.get('definitions', record.parent)?.dialect ?? 'threadwork', record) as JsonObject

function showStep(dialect: DialectName, { run }: RunRecord, step: Step): object {
  const node = run.workflow.nodes.find(({ id }) => id === step.nodeId)
  const { id, nodeId, laneId, status, attempt, input, output, error, question, startedAt, endedAt } = step
  return {
    id,
    nodeId,
    name: node?.name ?? nodeId,
    type: node?.type ?? '',
    typeWord: node ? nodeWordOf(dialect, node) : '',
    lane: laneId,
    status,
    statusWord: dialects[dialect].runStatusWord(runStatusOf(status)),
    attempt,
    input,
    output,
    error,
    question: question as Json,
    wakesAt: isoOf(step.wakesAt),
    startedAt: isoTime(startedAt),
    endedAt: isoOf(endedAt),
    durationMs: durationOf(startedAt, endedAt),
  }
}

const isoOf = (at: number | null): string | null => (at === null ? null : isoTime(at))

/** No seed has words for steps: they take those of a run that would stand as they do. */
function runStatusOf(status: StepStatus): RunStatus {
  switch (status) {
    case 'asking':
    case 'sleeping':
      return 'waiting'
    case 'choosing':
    case 'running':
      return 'running'
    case 'completed':
    case 'failed':
    case 'cancelled':
      return status
  }
}
