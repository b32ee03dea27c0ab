import { countFrom, fieldsOf, foldName, idFrom, textFrom, timeFrom, type Fields } from './any-case.ts'
import { hubEventFields, hubEventNames, type HubEventName } from './wire.ts'

interface HeardEnvelope {
  readonly conversationId: string | null
  readonly workflowId: string | null
  readonly seq: number | null
  /** Server time in milliseconds. */
  readonly at: number | null
}

/** A hub event as it was heard: whatever its form on the wire, the same value comes out. */
export type HubEvent =
  | (HeardEnvelope & { readonly type: 'WorkflowStarted'; readonly workflowId: string; readonly name: string })
  | (HeardEnvelope & {
      readonly type: 'WorkflowStepStarted'
      readonly stepId: string
      readonly message: string
    })
  | (HeardEnvelope & {
      readonly type: 'WorkflowInterventionRequired'
      readonly stepId: string
      readonly message: string
      /** As it came: `decodeDataPoints` of the core reads it. */
      readonly dataPoints: unknown
    })
  | (HeardEnvelope & { readonly type: 'WorkflowStepCompleted'; readonly stepId: string })
  | (HeardEnvelope & { readonly type: 'WorkflowStepFailed'; readonly stepId: string; readonly error: string })
  | (HeardEnvelope & { readonly type: 'WorkflowCompleted'; readonly workflowId: string })
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
  }
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
  if (name === 'WorkflowStarted' || name === 'WorkflowCompleted') {
    if (workflowId === null) return null
    if (name === 'WorkflowCompleted') return { type: name, ...heard, workflowId }
    return { type: name, ...heard, workflowId, name: textFrom(fields.get('name')) }
  }
  const stepId = idFrom(fields.get('stepId'))
  return stepId === null ? null : decodeStepEvent(name, { ...heard, workflowId, stepId }, fields)
}

function decodeStepEvent(
  name: Exclude<HubEventName, 'MessageReceived' | 'WorkflowStarted' | 'WorkflowCompleted'>,
  step: HeardEnvelope & { readonly stepId: string },
  fields: Fields,
): HubEvent {
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
