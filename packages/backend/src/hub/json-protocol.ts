import { isRecord } from '../is-record.ts'
import { decodeMessage, type MessageFields } from './decode-message.ts'
import { type HubMessage, messageNumbers } from './message.ts'
import type { HubProtocol } from './protocol.ts'
import { ProtocolError } from './protocol-error.ts'
import { recordSeparator, takeRecord } from './record-frame.ts'

/** The JSON hub protocol. Frames are split here, because the client package's parser drops messages that only servers receive. */
export const jsonProtocol: HubProtocol = {
  name: 'json',
  isBinary: false,
  takeFrame: takeRecord,
  encode: (message) => JSON.stringify(numbered(message)) + recordSeparator,
  decode: (frame) => decodeMessage(parseRecord(frame)),
}

/** Reads a record as a JSON object. Throws a `ProtocolError` when it is not one. */
export function parseRecord(record: Uint8Array): MessageFields {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(record))
  } catch {
    throw new ProtocolError('A message is not valid JSON in UTF-8.')
  }
  if (isRecord(value)) return value
  throw new ProtocolError('A message is not a JSON object.')
}

function numbered(message: HubMessage): object {
  const type = messageNumbers[message.type]
  // The client refuses an item that is missing, and JSON has no undefined.
  if (message.type === 'stream-item') return { ...message, type, item: message.item ?? null }
  if ('streamIds' in message && message.streamIds.length === 0)
    return { ...message, type, streamIds: undefined }
  return { ...message, type }
}
