import { isOver, type Run, type Step } from '@threadwork/engine'
import type {
  ActiveWorkflow,
  WireIntervention,
  WireStepStatus,
  WireWorkflowStatus,
} from '@threadwork/signalr/wire'
import { type BackendContext, isoTime } from '../context.ts'
import type { RunRecord } from '../store/run-records.ts'
import { judgedBy } from './judged-by.ts'
import { formOf } from './question-form.ts'
import { isShownStep } from './shown-step.ts'

const runStatuses: Readonly<Record<Run['status'], WireWorkflowStatus>> = {
  queued: 'running',
  running: 'running',
  waiting: 'running',
  failed: 'halted',
  completed: 'completed',
  cancelled: 'cancelled',
}

const stepStatuses: Readonly<Record<Step['status'], WireStepStatus>> = {
  running: 'running',
  asking: 'awaiting_input',
  sleeping: 'running',
  choosing: 'completed',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
}

/** The newest card of a conversation as the history tells it; one that was completed stays, so that its end is known. */
export function activeWorkflow(context: BackendContext, conversationId: string): ActiveWorkflow | null {
  return activeWorkflows(context, conversationId).at(-1) ?? null
}

/** Every card of a conversation that is not over, and the newest one even then. */
export function activeWorkflows(context: BackendContext, conversationId: string): readonly ActiveWorkflow[] {
  const cards = context.store.list('tellings', conversationId).filter(({ hasCard }) => hasCard)
  const records = cards.flatMap(({ id }) => context.store.get('runs', id) ?? [])
  const shown = records.filter(({ run }, index) => !isOver(run) || index === records.length - 1)
  return shown.map((record) => snapshotOf(context, record))
}

function snapshotOf(context: BackendContext, { run }: RunRecord): ActiveWorkflow {
  const [asking, ...further] = run.steps
    .filter(({ status, question }) => status === 'asking' && question !== null)
    .toSorted((a, b) => Number(b.laneId === 'main') - Number(a.laneId === 'main'))
  const status = asking && run.status !== 'failed' ? 'awaiting_input' : runStatuses[run.status]
  const shown = run.steps.filter((step) => isShownStep(run, step.id))
  return {
    workflowId: run.id,
    name: run.workflow.name,
    status,
    ...(run.error === null ? {} : { error: run.error }),
    currentStep:
      (asking ?? shown.findLast((step) => step.endedAt === null || step.status === 'failed'))?.id ?? null,
    steps: shown.map((step) => ({
      stepId: step.id,
      message: nodeOf(run, step)?.name ?? step.nodeId,
      status: stepStatuses[step.status],
      ...(step.error === null ? {} : { error: step.error }),
      ...(step.laneId === 'main' ? {} : { lane: step.laneId }),
      ...(judgedBy(context, run, step.id) === null ? {} : { judgedBy: 'scripted' }),
    })),
    ...(asking ? { pendingIntervention: interventionOf(context, run, asking) } : {}),
    ...(further.length > 0
      ? { furtherInterventions: further.map((step) => interventionOf(context, run, step)) }
      : {}),
    startedAt: isoTime(run.startedAt ?? run.createdAt),
    updatedAt: isoTime(lastChange(run)),
    seq: context.store.get('tellings', run.id)?.seq ?? 0,
  }
}

function interventionOf(context: BackendContext, run: Run, { id, question }: Step): WireIntervention {
  const nothing = { message: '', dataPoints: [] }
  return { stepId: id, ...(question ? formOf(context, { question, runId: run.id, stepId: id }) : nothing) }
}

const nodeOf = (run: Run, step: Step): Run['workflow']['nodes'][number] | undefined =>
  run.workflow.nodes.find((node) => node.id === step.nodeId)

const lastChange = ({ steps, createdAt, endedAt }: Run): number =>
  steps.reduce((latest, step) => Math.max(latest, step.startedAt, step.endedAt ?? 0), endedAt ?? createdAt)
