import { Decoder, Encoder } from '@msgpack/msgpack'
import { decodeMessage, type MessageFields } from './decode-message.ts'
import { lengthFrame, takeLengthFrame } from './length-frame.ts'
import { type CompletionMessage, type HubMessage, messageNumbers } from './message.ts'
import type { HubProtocol } from './protocol.ts'
import { ProtocolError } from './protocol-error.ts'

const errorResult = 1
const voidResult = 2
const valueResult = 3

/** The MessagePack hub protocol. Messages are written here, because the client package's writer drops the fields of Close. */
export const messagePackProtocol: HubProtocol = {
  name: 'messagepack',
  isBinary: true,
  takeFrame: takeLengthFrame,
  encode: (message) => lengthFrame(new Encoder({ ignoreUndefined: true }).encode(positions(message))),
  decode: (frame) => decodeMessage(named(unpack(frame))),
}

function unpack(frame: Uint8Array): readonly unknown[] {
  let value: unknown
  try {
    value = new Decoder().decode(frame)
  } catch {
    throw new ProtocolError('A message is not valid MessagePack.')
  }
  if (Array.isArray(value)) return value
  throw new ProtocolError('A message is not a MessagePack array.')
}

function named(values: readonly unknown[]): MessageFields {
  const type = values[0]
  switch (type) {
    case messageNumbers.invocation:
    case messageNumbers['stream-invocation']: {
      const [, , invocationId, target, args, streamIds] = values
      return { type, invocationId, target, arguments: args, streamIds }
    }
    case messageNumbers['stream-item']:
      return { type, invocationId: values[2], item: values[3] }
    case messageNumbers.completion:
      return { type, invocationId: values[2], ...result(values) }
    case messageNumbers['cancel-invocation']:
      return { type, invocationId: values[2] }
    case messageNumbers.close:
      return { type, error: values[1] }
    case messageNumbers.ack:
    case messageNumbers.sequence:
      return { type, sequenceId: values[1] }
    default:
      return { type }
  }
}

function result(values: readonly unknown[]): MessageFields {
  switch (values[3]) {
    case errorResult:
      return { error: values[4] }
    case voidResult:
      return {}
    case valueResult:
      return { result: values[4] }
    default:
      throw new ProtocolError('A completion says neither result, nothing nor error.')
  }
}

function positions(message: HubMessage): readonly unknown[] {
  const type = messageNumbers[message.type]
  switch (message.type) {
    case 'invocation':
    case 'stream-invocation':
      return [type, {}, message.invocationId ?? null, message.target, message.arguments, message.streamIds]
    case 'stream-item':
      return [type, {}, message.invocationId, message.item ?? null]
    case 'completion':
      return [type, {}, message.invocationId, ...outcome(message)]
    case 'cancel-invocation':
      return [type, {}, message.invocationId]
    case 'ping':
      return [type]
    case 'close':
      return [type, message.error ?? null, message.allowReconnect ?? false]
    case 'ack':
    case 'sequence':
      return [type, message.sequenceId]
  }
}

function outcome(message: CompletionMessage): readonly unknown[] {
  if (message.error) return [errorResult, message.error]
  return message.result === undefined ? [voidResult] : [valueResult, message.result]
}
