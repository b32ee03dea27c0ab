import { countFrom, fieldsOf, foldName, idFrom, textFrom, timeFrom, type Fields } from './any-case.ts'
import { hubEventFields, hubEventNames, type HubEventName } from './wire.ts'

interface HeardEnvelope {
  readonly conversationId: string | null
  readonly workflowId: string | null
  readonly seq: number | null
  /** Server time in milliseconds. */
  readonly at: number | null
}

/** What is heard of a step beside its id; each left out where nobody said. */
export interface HeardBeside {
  /** A companion lane; left out, the main lane. */
  readonly lane?: string
  readonly canRetry?: boolean
  readonly isScripted?: boolean
}

type HeardStepEnvelope = HeardEnvelope & HeardBeside & { readonly stepId: string }

/** A hub event as it was heard: whatever its form on the wire, the same value comes out. */
export type HubEvent =
  | (HeardEnvelope & { readonly type: 'WorkflowStarted'; readonly workflowId: string; readonly name: string })
  | (HeardStepEnvelope & { readonly type: 'WorkflowStepStarted'; readonly message: string })
  | (HeardStepEnvelope & {
      readonly type: 'WorkflowInterventionRequired'
      readonly message: string
      /** As it came: `decodeDataPoints` of the core reads it. */
      readonly dataPoints: unknown
    })
  | (HeardStepEnvelope & { readonly type: 'WorkflowStepCompleted' })
  | (HeardStepEnvelope & { readonly type: 'WorkflowStepFailed'; readonly error: string })
  | (HeardEnvelope & {
      readonly type: 'WorkflowCompleted' | 'WorkflowCancelled'
      readonly workflowId: string
    })
  | (HeardEnvelope & { readonly type: 'WorkflowFailed'; readonly workflowId: string; readonly error: string })
  | {
      readonly type: 'MessageReceived'
      readonly conversationId: string | null
      readonly message: HeardMessage
    }

/** A message as it was heard. */
export interface HeardMessage {
  readonly messageId: string
  readonly role: 'user' | 'agent'
  readonly text: string
  /** Server time in milliseconds. */
  readonly createdAt: number | null
  readonly clientMessageId: string | null
  /** As they came: `decodeReplyActions` of the core reads them. */
  readonly actions?: unknown
  readonly isScripted?: boolean
}

/** A decoded value, or a sentence on why there is none. */
export type Decoded<Value> =
  | { readonly status: 'decoded'; readonly value: Value }
  | { readonly status: 'malformed'; readonly problem: string }

/**
 * Reads a hub event from the arguments of its invocation: one object, or the seed's fields in their order; keys in any
 * casing. Never throws. `malformed` when an id is missing without which the event names nothing.
 */
export function decodeHubEvent(name: HubEventName, args: readonly unknown[]): Decoded<HubEvent> {
  const fields = fieldsOf(args[0]) ?? positional(name, args)
  const event = name === 'MessageReceived' ? decodeMessageEvent(fields) : decodeWorkflowEvent(name, fields)
  return event === null
    ? { status: 'malformed', problem: `${name} came without ${requiredId(name)}; it cannot be shown.` }
    : { status: 'decoded', value: event }
}

/** The hub event that a method name in any casing stands for; SignalR itself compares names without case. */
export function hubEventNamed(name: string): HubEventName | null {
  return hubEventNames.find((known) => foldName(known) === foldName(name)) ?? null
}

/** Reads one message of the history or of `MessageReceived`; `null` when it has no id. */
export function decodeMessage(fields: Fields): HeardMessage | null {
  const messageId = idFrom(fields.get('messageId', 'id'))
  if (messageId === null) return null
  return {
    messageId,
    role: isPerson(fields.get('source', 'role', 'sender', 'author')) ? 'user' : 'agent',
    text: textFrom(fields.get('content', 'text', 'message')),
    createdAt: timeFrom(fields.get('createdAt', 'at', 'timestamp')),
    clientMessageId: idFrom(fields.get('clientMessageId')),
    ...(fields.get('actions') === undefined ? {} : { actions: fields.get('actions') }),
    ...scriptedMark(fields),
  }
}

/** What a step's event, or a step of the history, says beside; keys in any casing. */
export function decodeBeside(fields: Fields): HeardBeside {
  const lane = idFrom(fields.get('lane', 'laneId'))
  const canRetry = fields.get('canRetry')
  return {
    ...(lane === null || lane.toLowerCase() === 'main' ? {} : { lane }),
    ...(typeof canRetry === 'boolean' ? { canRetry } : {}),
    ...scriptedMark(fields),
  }
}

function scriptedMark(fields: Fields): Pick<HeardBeside, 'isScripted'> {
  const judge = fields.get('judgedBy')
  return typeof judge === 'string' && judge.toLowerCase() === 'scripted' ? { isScripted: true } : {}
}

function positional(name: HubEventName, args: readonly unknown[]): Fields {
  const entries = hubEventFields[name].map((field, index) => [field, args[index]] as const)
  return fieldsOf(Object.fromEntries(entries)) ?? { get: () => undefined }
}

function requiredId(name: HubEventName): string {
  return hubEventFields[name][0] ?? 'an id'
}

function isPerson(source: unknown): boolean {
  return typeof source === 'string' && ['user', 'customer', 'human', 'person'].includes(source.toLowerCase())
}

function decodeMessageEvent(fields: Fields): HubEvent | null {
  const message = decodeMessage(fields)
  if (message === null) return null
  return { type: 'MessageReceived', conversationId: idFrom(fields.get('conversationId')), message }
}

function decodeWorkflowEvent(
  name: Exclude<HubEventName, 'MessageReceived'>,
  fields: Fields,
): HubEvent | null {
  const heard = {
    conversationId: idFrom(fields.get('conversationId')),
    seq: countFrom(fields.get('seq')),
    at: timeFrom(fields.get('at', 'timestamp')),
  }
  const workflowId = idFrom(fields.get('workflowId'))
  if (!isStepName(name))
    return workflowId === null ? null : decodeWhole(name, { ...heard, workflowId }, fields)
  const stepId = idFrom(fields.get('stepId'))
  if (stepId === null) return null
  return decodeStepEvent(name, { ...heard, workflowId, stepId, ...decodeBeside(fields) }, fields)
}

type StepName =
  | 'WorkflowStepStarted'
  | 'WorkflowInterventionRequired'
  | 'WorkflowStepCompleted'
  | 'WorkflowStepFailed'

function isStepName(name: HubEventName): name is StepName {
  return hubEventFields[name][0] === 'stepId'
}

/** An event of the workflow as a whole. */
function decodeWhole(
  name: Exclude<HubEventName, 'MessageReceived' | StepName>,
  workflow: HeardEnvelope & { readonly workflowId: string },
  fields: Fields,
): HubEvent {
  switch (name) {
    case 'WorkflowStarted':
      return { type: name, ...workflow, name: textFrom(fields.get('name')) }
    case 'WorkflowFailed':
      return { type: name, ...workflow, error: textFrom(fields.get('error')) }
    case 'WorkflowCompleted':
    case 'WorkflowCancelled':
      return { type: name, ...workflow }
  }
}

function decodeStepEvent(name: StepName, step: HeardStepEnvelope, fields: Fields): HubEvent {
  const message = textFrom(fields.get('message'))
  switch (name) {
    case 'WorkflowStepStarted':
      return { type: name, ...step, message }
    case 'WorkflowInterventionRequired':
      return { type: name, ...step, message, dataPoints: fields.get('dataPoints') }
    case 'WorkflowStepCompleted':
      return { type: name, ...step }
    case 'WorkflowStepFailed':
      return { type: name, ...step, error: textFrom(fields.get('error')) }
  }
}
