import { jsonProtocol, parseRecord } from './json-protocol.ts'
import { messagePackProtocol } from './message-pack-protocol.ts'
import type { HubProtocol } from './protocol.ts'
import { recordSeparator } from './record-frame.ts'

/** The highest version of either protocol. Version 2 adds Ack and Sequence. */
export const newestVersion = 2

/** A client's first record, judged. */
export type Handshake =
  | { readonly type: 'accepted'; readonly protocol: HubProtocol; readonly version: number }
  | { readonly type: 'refused'; readonly error: string }

/** Judges the handshake request. Throws a `ProtocolError` when it is not a JSON object. */
export function readHandshake(record: Uint8Array, canCarryBinary: boolean): Handshake {
  const { protocol: name, version } = parseRecord(record)
  const protocol = [jsonProtocol, messagePackProtocol].find((known) => known.name === name)
  if (!protocol) {
    return refused(`The protocol '${shown(name)}' is not supported. Use 'json' or 'messagepack'.`)
  }
  if (protocol.isBinary && !canCarryBinary) {
    return refused(
      `The protocol '${protocol.name}' is binary, and Server-Sent Events carry text only. Use 'json'.`,
    )
  }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > newestVersion) {
    return refused(
      `The server does not support version ${shown(version)} of the '${protocol.name}' protocol.`,
    )
  }
  return { type: 'accepted', protocol, version }
}

/** The server's answer, always a JSON record, whatever the protocol. */
export function handshakeResponse(error?: string): string {
  return JSON.stringify(error === undefined ? {} : { error }) + recordSeparator
}

function refused(error: string): Handshake {
  return { type: 'refused', error }
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined')).slice(0, 40)
}
