import {
  createDataPoint,
  type ConversationEvent,
  type DataPoint,
  type EventEnvelope,
  type WorkflowSnapshot,
} from '@threadwork/core'
import { named } from './named.ts'
import type { ScenarioStep } from './scenario-step.ts'

/** The hub's events carry no run, number or time of their own. */
const bare: EventEnvelope = { runId: null, seq: null, at: null, eventId: null }

const pointsOf = (keys: string): readonly DataPoint[] =>
  keys
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '')
    .map((key) => createDataPoint({ key }))

const eventOf = (prefix: string, id: string, rest: string): ConversationEvent => {
  const step = { ...bare, workflowId: null, stepId: named.step(id) }
  switch (prefix) {
    case 'WS':
      return { ...bare, type: 'workflow-started', workflowId: named.workflow(id), name: rest }
    case 'SS':
      return { ...step, type: 'step-started', message: rest }
    case 'IR':
      return { ...step, type: 'form-required', message: '', dataPoints: pointsOf(rest), problems: [] }
    case 'SC':
      return { ...step, type: 'step-completed' }
    case 'SF':
      return { ...step, type: 'step-failed', error: rest }
    case 'WC':
      return { ...bare, type: 'workflow-ended', workflowId: named.workflow(id) }
    default:
      return { ...bare, type: 'unknown', name: prefix, payload: [id, rest] }
  }
}

const known = ['WS', 'SS', 'IR', 'SC', 'SF', 'WC']

/** Reads `SS s1 Collect`; `null` for an empty text and for a known prefix without an id. */
export const parseHubEvent = (text: string): ScenarioStep | null => {
  const {
    prefix,
    id = '',
    rest = '',
  } = /^(?<prefix>\S+)(?:\s+(?<id>\S+)(?:\s+(?<rest>.*))?)?$/su.exec(text.trim())?.groups ?? {}
  if (prefix === undefined || (id === '' && known.includes(prefix))) return null
  return { type: 'heard', fact: { type: 'event', event: eventOf(prefix, id, rest) } }
}

export interface SnapshotNotation {
  readonly id: string
  readonly name: string
  readonly step: string | null
  /** Keys parted by commas; `null` when no form is open. */
  readonly input: string | null
  /** The failed step's error; `null` when it did not fail. */
  readonly failed: string | null
}

/** The history's ActiveWorkflow, of which the notation names the current step alone. */
export const snapshotOf = ({ id, name, step, input, failed }: SnapshotNotation): WorkflowSnapshot => {
  const awaitsInput = input !== null && failed === null
  const status = failed !== null ? 'failed' : awaitsInput ? 'awaiting-input' : 'running'
  const stepId = step === null ? null : named.step(step)
  return {
    workflowId: named.workflow(id),
    name,
    status,
    currentStep: stepId,
    steps: stepId === null ? [] : [{ stepId, message: '', status, error: failed }],
    form:
      awaitsInput && stepId !== null
        ? { stepId, message: '', dataPoints: pointsOf(input), problems: [] }
        : null,
    seq: null,
    at: null,
  }
}
