import type {
  ServedEvent,
  WireAuthLink,
  WireEnvelope,
  WireEvent,
  WireEventName,
  WireParameterOption,
  WireParameterSchema,
  WireStepEnvelope,
} from './wire-event.ts'
import { isRecord, readId, readList, readNumber, readRecord, readSeq, readText } from './wire-read.ts'
import { readTextOf, readTime, unwrap, type JsonRecord } from './wire-read.ts'

/** What the wire says when it gives no reason. */
const NO_REASON = 'No reason was given.'

const envelopeOf = (data: JsonRecord): WireEnvelope => ({
  event_id: readId(data['event_id']),
  conversation_id: readId(data['conversation_id']),
  genie_run_id: readId(data['genie_run_id']),
  seq_num: readSeq(data['seq_num']),
  created_at: readTime(data['created_at']),
})

/** An `auth_link`, as an object or as a bare URL; `null` when there is no URL in it. */
export const decodeAuthLink = (value: unknown): WireAuthLink | null => {
  if (typeof value === 'string' && value !== '') return { url: value, expires_at: null, connector_name: null }
  const url = isRecord(value) ? readText(value['url']) : null
  if (!isRecord(value) || !url) return null
  return { url, expires_at: readTime(value['expires_at']), connector_name: readText(value['connector_name']) }
}

// A choice is `{ value, label }`, a bare value, or the pair `[label, value]`.
const decodeOption = (entry: unknown): WireParameterOption => {
  if (Array.isArray(entry)) return { value: entry[1] ?? entry[0], label: readTextOf(entry[0]) ?? '' }
  if (!isRecord(entry)) return { value: entry, label: String(entry) }
  return { value: entry['value'], label: readTextOf(entry['label']) ?? String(entry['value']) }
}

// Deeper schemas than any form has are not described further.
const deepestSchema = 8

const decodeSchema = (value: unknown, depth = 0): readonly WireParameterSchema[] =>
  readList(value).flatMap((row) => {
    const name = isRecord(row) ? readId(row['name']) : null
    if (!isRecord(row) || name === null) return []
    const options = readList(row['pick_list'] ?? row['options'])
    const properties = depth < deepestSchema ? decodeSchema(row['properties'], depth + 1) : []
    return {
      name,
      label: readText(row['label']),
      type: readText(row['type']),
      control_type: readText(row['control_type']),
      optional: row['optional'] === true || row['optional'] === 'true',
      hint: readText(row['hint']),
      ...(options.length > 0 ? { pick_list: options.map(decodeOption) } : {}),
      ...(properties.length > 0 ? { properties } : {}),
    }
  })

/** Gives the event, or the name of the field that it cannot be without. */
type Decoder = (envelope: WireEnvelope, data: JsonRecord) => ServedEvent | string

const decodeSkill =
  (type: 'skill.running' | 'skill.completed' | 'skill.stopped' | 'skill.failed'): Decoder =>
  (envelope, data) => {
    const skillId = readId(data['skill_id'])
    const skillName = readId(data['skill_name']) ?? skillId
    if (skillName === null) return 'skill_name'
    const skill = { ...envelope, skill_name: skillName, skill_id: skillId, call_id: readId(data['call_id']) }
    if (type !== 'skill.failed') return { type, ...skill }
    return { type, ...skill, error: readTextOf(data['error']) ?? NO_REASON }
  }

const decodeApproval =
  (type: 'skill.confirmation_required' | 'business_approval.required'): Decoder =>
  (envelope, data) => {
    const callId = readId(data['call_id'])
    if (callId === null) return 'call_id'
    const skillId = readId(data['skill_id'])
    const expiresAt = readTime(data['expires_at'])
    const replaces = readId(data['replaces_call_id'])
    return {
      type,
      ...envelope,
      call_id: callId,
      skill_id: skillId,
      skill_name: readId(data['skill_name']) ?? skillId ?? callId,
      skill_parameters: readRecord(data['skill_parameters']) ?? {},
      skill_parameter_schema: decodeSchema(data['skill_parameter_schema']),
      ...(expiresAt === null ? {} : { expires_at: expiresAt }),
      ...(replaces === null ? {} : { replaces_call_id: replaces }),
    }
  }

const decodeConnection =
  (type: `runtime_connection.auth_${'required' | 'success' | 'failed'}`): Decoder =>
  (envelope, data) => {
    const attempt = readId(data['runtime_connection_attempt_id']) ?? readId(data['attempt_id'])
    if (attempt === null) return 'runtime_connection_attempt_id'
    const connection = { ...envelope, runtime_connection_attempt_id: attempt }
    if (type === 'runtime_connection.auth_success') return { type, ...connection }
    if (type === 'runtime_connection.auth_failed')
      return { type, ...connection, error: readTextOf(data['error']) }
    return { type, ...connection, auth_link: decodeAuthLink(data['auth_link']) }
  }

const judgeOf = (data: JsonRecord): string | null => readText(data['judged_by'] ?? data['judgedBy'])

const decodeMessage: Decoder = (envelope, data) => {
  const { event_id: eventId, genie_run_id: run, seq_num: seq } = envelope
  // A message without an id is still a message: its event's identity names it.
  const id = readId(data['message_id']) ?? eventId ?? (run && seq ? `${run}#${seq}` : null)
  if (id === null) return 'message_id'
  const message = readTextOf(data['message']) ?? readTextOf(data['content']) ?? ''
  const judge = judgeOf(data)
  return {
    type: 'agent.message',
    ...envelope,
    message_id: id,
    message,
    ...(Array.isArray(data['actions']) ? { actions: data['actions'] } : {}),
    ...(judge === null ? {} : { judged_by: judge }),
  }
}

const workflowIdOf = (data: JsonRecord): string | null =>
  readId(data['workflow_id']) ?? readId(data['workflowId'])

const decodeWorkflow =
  (type: `workflow.${'started' | 'completed' | 'failed' | 'cancelled'}`): Decoder =>
  (envelope, data) => {
    const id = workflowIdOf(data)
    if (id === null) return 'workflow_id'
    const workflow = { ...envelope, workflow_id: id }
    if (type === 'workflow.started') return { type, ...workflow, name: readTextOf(data['name']) ?? id }
    if (type === 'workflow.failed') return { type, ...workflow, error: readTextOf(data['error']) }
    return { type, ...workflow }
  }

// Left out where the server says nothing, so that an event of a plain server is as it was.
const besideOf = (data: JsonRecord): Pick<WireStepEnvelope, 'lane' | 'can_retry' | 'judged_by'> => {
  const [lane, judge] = [readId(data['lane']), judgeOf(data)]
  const canRetry = data['can_retry'] ?? data['canRetry']
  return {
    ...(lane === null ? {} : { lane }),
    ...(typeof canRetry === 'boolean' ? { can_retry: canRetry } : {}),
    ...(judge === null ? {} : { judged_by: judge }),
  }
}

const decodeStep =
  (
    type: `workflow.${'step_started' | 'step_completed' | 'step_failed' | 'intervention_required'}`,
  ): Decoder =>
  (envelope, data) => {
    const id = readId(data['step_id']) ?? readId(data['stepId'])
    if (id === null) return 'step_id'
    const step = { ...envelope, workflow_id: workflowIdOf(data), step_id: id, ...besideOf(data) }
    const message = readTextOf(data['message']) ?? ''
    if (type === 'workflow.step_completed') return { type, ...step }
    if (type === 'workflow.step_started') return { type, ...step, message }
    if (type === 'workflow.step_failed')
      return { type, ...step, error: readTextOf(data['error']) ?? NO_REASON }
    return { type, ...step, message, data_points: data['data_points'] ?? data['dataPoints'] ?? [] }
  }

const DECODERS: { readonly [Name in WireEventName]: Decoder } = {
  'processing.started': (envelope) => ({ type: 'processing.started', ...envelope }),
  'processing.finished': (envelope) => ({ type: 'processing.finished', ...envelope }),
  'skill.running': decodeSkill('skill.running'),
  'skill.completed': decodeSkill('skill.completed'),
  'skill.stopped': decodeSkill('skill.stopped'),
  'skill.failed': decodeSkill('skill.failed'),
  'skill.confirmation_required': decodeApproval('skill.confirmation_required'),
  'business_approval.required': decodeApproval('business_approval.required'),
  'runtime_connection.auth_required': decodeConnection('runtime_connection.auth_required'),
  'runtime_connection.auth_success': decodeConnection('runtime_connection.auth_success'),
  'runtime_connection.auth_failed': decodeConnection('runtime_connection.auth_failed'),
  'agent.message': decodeMessage,
  'system.ping': (envelope, data) => ({
    type: 'system.ping',
    ...envelope,
    timestamp: readTime(data['timestamp']),
  }),
  'system.stream_interrupted': (envelope, data) => ({
    type: 'system.stream_interrupted',
    ...envelope,
    last_seq_num: readSeq(data['last_seq_num']),
    reason: readTextOf(data['reason']),
    retry_after_ms: readNumber(data['retry_after_ms']),
  }),
  'workflow.started': decodeWorkflow('workflow.started'),
  'workflow.completed': decodeWorkflow('workflow.completed'),
  'workflow.failed': decodeWorkflow('workflow.failed'),
  'workflow.cancelled': decodeWorkflow('workflow.cancelled'),
  'workflow.step_started': decodeStep('workflow.step_started'),
  'workflow.step_completed': decodeStep('workflow.step_completed'),
  'workflow.step_failed': decodeStep('workflow.step_failed'),
  'workflow.intervention_required': decodeStep('workflow.intervention_required'),
}

const isKnown = (name: string): name is WireEventName => Object.hasOwn(DECODERS, name)

const nameOf = (name: string | null, data: JsonRecord): string => {
  const inData = readText(data['type']) ?? ''
  const inStream = name ?? ''
  if (isKnown(inStream)) return inStream
  // `message` is what the standard calls an event that was sent without a name.
  return isKnown(inData) || inStream === '' || inStream === 'message' ? inData : inStream
}

/** Decodes one event. `name` is the stream's `event:` or `null`; `data` is parsed JSON. Total: never throws. */
export const decodeEvent = (name: string | null, data: unknown): WireEvent => {
  const body = unwrap(data)
  const record = isRecord(body) ? body : {}
  const type = nameOf(name, record)
  const envelope = envelopeOf(record)
  if (!isKnown(type)) return { type: 'unknown', ...envelope, name: type, payload: body, problem: null }
  const event = DECODERS[type](envelope, record)
  if (typeof event !== 'string') return event
  return { type: 'unknown', ...envelope, name: type, payload: body, problem: `${type} came without ${event}` }
}
