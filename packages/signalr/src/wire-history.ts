import { countFrom, fieldsOf, foldName, idFrom, textFrom, timeFrom, type Fields } from './any-case.ts'
import { decodeBeside, decodeMessage, type HeardBeside, type HeardMessage } from './wire-event.ts'
import type { WireStepStatus, WireWorkflowStatus } from './wire.ts'

export interface HeardStep extends HeardBeside {
  readonly stepId: string
  readonly message: string
  readonly status: WireStepStatus
  readonly error: string | null
}

/** A form that waits, as it was heard. */
export interface HeardIntervention {
  readonly stepId: string
  readonly message: string
  /** As it came: `decodeDataPoints` of the core reads it. */
  readonly dataPoints: unknown
}

/** The history's ActiveWorkflow as it was heard. */
export interface HeardWorkflow {
  readonly workflowId: string
  readonly name: string
  readonly status: WireWorkflowStatus
  /** Why it failed as a whole. */
  readonly error?: string
  readonly currentStep: string | null
  readonly steps: readonly HeardStep[]
  readonly pendingIntervention: HeardIntervention | null
  /** What companions ask for beside it. */
  readonly furtherInterventions: readonly HeardIntervention[]
  readonly seq: number | null
  /** Server times in milliseconds. */
  readonly startedAt: number | null
  readonly updatedAt: number | null
}

/** A history as it was heard. `activeWorkflow` is `unreadable` when one is there that has no id. */
export interface HeardHistory {
  readonly messages: readonly HeardMessage[]
  readonly activeWorkflow: HeardWorkflow | 'unreadable' | null
  /** All active workflows, of a server that runs several; left out of one that tells no list. */
  readonly activeWorkflows?: readonly HeardWorkflow[] | 'unreadable'
  /** A sentence for each part that could not be read and was left out. */
  readonly problems: readonly string[]
}

/** Reads the body of a history answer, bare or in `result` or `data`, in any casing; `null` when it is no history at all. */
export function decodeHistory(body: unknown): HeardHistory | null {
  const outer = fieldsOf(body)
  if (outer === null) return null
  const fields = fieldsOf(outer.get('result', 'data')) ?? outer
  const list = fields.get('messages')
  const active = fields.get('activeWorkflow')
  const several = fields.get('activeWorkflows')
  if (!Array.isArray(list) && active === undefined && several === undefined) return null
  const rows: readonly unknown[] = Array.isArray(list) ? list : []
  const messages = rows.map((row) => decodeRow(row)).filter((message) => message !== null)
  const activeWorkflow = active === undefined ? null : (decodeWorkflow(active) ?? 'unreadable')
  const activeWorkflows = decodeWorkflows(several)
  const isUnreadable = activeWorkflows === 'unreadable' || activeWorkflow === 'unreadable'
  const problems = problemsOf(rows.length - messages.length, isUnreadable)
  return { messages, activeWorkflow, ...(activeWorkflows ? { activeWorkflows } : {}), problems }
}

// A list with a part that cannot be read is none: what it leaves out would look as if it were over.
function decodeWorkflows(value: unknown): readonly HeardWorkflow[] | 'unreadable' | null {
  if (!Array.isArray(value)) return null
  const read = value.map((entry: unknown) => decodeWorkflow(entry))
  const workflows = read.filter((workflow) => workflow !== null)
  return workflows.length === read.length ? workflows : 'unreadable'
}

function problemsOf(lost: number, isUnreadable: boolean): readonly string[] {
  const problems: string[] = []
  if (lost > 0) problems.push(`${lost} messages of the history came without messageId and were left out.`)
  if (isUnreadable)
    problems.push(
      'ActiveWorkflow came without workflowId, so the running workflow could not be restored from it.',
    )
  return problems
}

function decodeRow(row: unknown): HeardMessage | null {
  const fields = fieldsOf(row)
  return fields === null ? null : decodeMessage(fields)
}

function decodeWorkflow(value: unknown): HeardWorkflow | null {
  const fields = fieldsOf(value)
  const workflowId = idFrom(fields?.get('workflowId', 'id'))
  if (fields === null || workflowId === null) return null
  const pendingIntervention = decodeIntervention(fields)
  const current = fields.get('currentStep', 'currentStepId')
  const currentStep = idOfStep(current) ?? pendingIntervention?.stepId ?? null
  const status = decodeStatus(fields.get('status'), pendingIntervention !== null)
  const listed = decodeSteps(fields.get('steps'), currentStep)
  return {
    workflowId,
    name: textFrom(fields.get('name')),
    status,
    ...(textFrom(fields.get('error')) === '' ? {} : { error: textFrom(fields.get('error')) }),
    currentStep,
    steps: listed.length > 0 || currentStep === null ? listed : [onlyStep(currentStep, current, status)],
    pendingIntervention,
    furtherInterventions: decodeFurther(fields.get('furtherInterventions')),
    seq: countFrom(fields.get('seq')),
    startedAt: timeFrom(fields.get('startedAt')),
    updatedAt: timeFrom(fields.get('updatedAt')),
  }
}

function idOfStep(step: unknown): string | null {
  return idFrom(step) ?? idFrom(fieldsOf(step)?.get('stepId', 'id'))
}

/** The seed promises no more than the current step; it then stands for the list. */
function onlyStep(stepId: string, current: unknown, status: WireWorkflowStatus): HeardStep {
  const fields = fieldsOf(current)
  return {
    stepId,
    message: textFrom(fields?.get('message')),
    status: status === 'halted' ? 'failed' : status,
    error: textFrom(fields?.get('error')) || null,
    ...(fields === null ? {} : decodeBeside(fields)),
  }
}

function decodeIntervention(workflow: Fields): HeardIntervention | null {
  const fields = fieldsOf(workflow.get('pendingIntervention', 'pendingInput', 'intervention'))
  return fields && decodeFields(fields, idOfStep(workflow.get('currentStep', 'currentStepId')))
}

function decodeFurther(value: unknown): readonly HeardIntervention[] {
  const rows: readonly unknown[] = Array.isArray(value) ? value : []
  return rows.flatMap((row) => {
    const fields = fieldsOf(row)
    return (fields && decodeFields(fields, null)) ?? []
  })
}

function decodeFields(fields: Fields, currentStep: string | null): HeardIntervention | null {
  const stepId = idOfStep(fields.get('stepId')) ?? currentStep
  if (stepId === null) return null
  return { stepId, message: textFrom(fields.get('message')), dataPoints: fields.get('dataPoints') }
}

function decodeSteps(value: unknown, currentStep: string | null): readonly HeardStep[] {
  const rows: readonly unknown[] = Array.isArray(value) ? value : []
  return rows.flatMap((row) => {
    const fields = fieldsOf(row)
    const stepId = idOfStep(row)
    if (stepId === null) return []
    const message = textFrom(fields?.get('message', 'name', 'label'))
    const error = textFrom(fields?.get('error')) || null
    const status = decodeStepStatus(fields?.get('status'), stepId === currentStep)
    const beside = fields ? decodeBeside(fields) : {}
    return [{ stepId, message, status, error, ...beside }]
  })
}

const workflowStatuses: ReadonlyMap<string, WireWorkflowStatus> = new Map([
  ['running', 'running'],
  ['awaitinginput', 'awaiting_input'],
  ['failed', 'failed'],
  ['completed', 'completed'],
  ['halted', 'halted'],
  ['cancelled', 'cancelled'],
  ['canceled', 'cancelled'],
])

function decodeStatus(value: unknown, isWaiting: boolean): WireWorkflowStatus {
  const known = typeof value === 'string' ? workflowStatuses.get(foldName(value)) : undefined
  return known ?? (isWaiting ? 'awaiting_input' : 'running')
}

const stepStatuses: ReadonlyMap<string, WireStepStatus> = new Map([
  ['pending', 'pending'],
  ['running', 'running'],
  ['awaitinginput', 'awaiting_input'],
  ['completed', 'completed'],
  ['failed', 'failed'],
  ['cancelled', 'cancelled'],
  ['canceled', 'cancelled'],
])

function decodeStepStatus(value: unknown, isCurrent: boolean): WireStepStatus {
  const known = typeof value === 'string' ? stepStatuses.get(foldName(value)) : undefined
  return known ?? (isCurrent ? 'running' : 'pending')
}
