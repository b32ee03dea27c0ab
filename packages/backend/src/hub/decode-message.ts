import { type HubMessage, messageNumbers } from './message.ts'
import { ProtocolError } from './protocol-error.ts'

/** The fields of a message as they came, under their JSON names; MessagePack's positions are given these names first. */
export type MessageFields = Readonly<Record<string, unknown>>

/** Checks the fields of a message. An unknown type is undefined, as the protocol asks; a malformed one throws a `ProtocolError`. */
export function decodeMessage(fields: MessageFields): HubMessage | undefined {
  switch (fields['type']) {
    case messageNumbers.invocation:
      return { type: 'invocation', ...optionalId(fields), ...call(fields) }
    case messageNumbers['stream-invocation']:
      return { type: 'stream-invocation', invocationId: text(fields, 'invocationId'), ...call(fields) }
    case messageNumbers['stream-item']:
      return { type: 'stream-item', invocationId: text(fields, 'invocationId'), item: fields['item'] }
    case messageNumbers.completion:
      return { type: 'completion', invocationId: text(fields, 'invocationId'), ...outcome(fields) }
    case messageNumbers['cancel-invocation']:
      return { type: 'cancel-invocation', invocationId: text(fields, 'invocationId') }
    case messageNumbers.ping:
      return { type: 'ping' }
    case messageNumbers.close:
      return { type: 'close', ...outcome(fields) }
    case messageNumbers.ack:
      return { type: 'ack', sequenceId: sequenceId(fields) }
    case messageNumbers.sequence:
      return { type: 'sequence', sequenceId: sequenceId(fields) }
    default:
      if (typeof fields['type'] === 'number') return undefined
      throw new ProtocolError('A message has no numeric type.')
  }
}

function call(fields: MessageFields) {
  return {
    target: text(fields, 'target'),
    arguments: list(fields, 'arguments'),
    streamIds: list(fields, 'streamIds').map((id) => {
      if (typeof id === 'string' && id !== '') return id
      throw new ProtocolError('A message has a stream id that is not a text.')
    }),
  }
}

function outcome(fields: MessageFields): { readonly result?: unknown; readonly error?: string } {
  const { result, error } = fields
  if (error !== undefined && error !== null && typeof error !== 'string') {
    throw new ProtocolError('A message has an "error" that is not a text.')
  }
  return { ...(result === undefined ? {} : { result }), ...(error ? { error } : {}) }
}

function optionalId(fields: MessageFields): { readonly invocationId?: string } {
  const id = fields['invocationId']
  return id === undefined || id === null ? {} : { invocationId: text(fields, 'invocationId') }
}

function text(fields: MessageFields, name: string): string {
  const value = fields[name]
  if (typeof value === 'string' && value !== '') return value
  throw new ProtocolError(`A message of type ${String(fields['type'])} has no "${name}", or not as a text.`)
}

function list(fields: MessageFields, name: string): readonly unknown[] {
  const value = fields[name] ?? []
  if (Array.isArray(value)) return value
  throw new ProtocolError(`A message of type ${String(fields['type'])} has a "${name}" that is not a list.`)
}

function sequenceId(fields: MessageFields): number {
  const value = fields['sequenceId']
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new ProtocolError(`A message of type ${String(fields['type'])} has no whole "sequenceId".`)
}
