import { type IHubProtocol, JsonHubProtocol, MessageType } from '@microsoft/signalr'
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Inbound, type Received } from './inbound.ts'
import { jsonProtocol } from './json-protocol.ts'
import { lengthFrame } from './length-frame.ts'
import { type HubMessage, messageNumbers } from './message.ts'
import { messagePackProtocol } from './message-pack-protocol.ts'
import { toBytes } from './peer.ts'
import type { HubProtocol } from './protocol.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)

const id = fc.string({ minLength: 1, unit: 'grapheme' })
// -0 does not survive JSON, and `__proto__` is refused by MessagePack on purpose.
const value = fc
  .jsonValue({ maxDepth: 3 })
  .filter((json) => !JSON.stringify(json).includes('__proto__'))
  .map((json): unknown => JSON.parse(JSON.stringify(json)))
const call = { target: id, arguments: fc.array(value), streamIds: fc.array(id) }
const message: fc.Arbitrary<HubMessage> = fc.oneof(
  fc.record({ type: fc.constant('invocation' as const), ...call }),
  fc.record({ type: fc.constant('invocation' as const), invocationId: id, ...call }),
  fc.record({ type: fc.constant('stream-invocation' as const), invocationId: id, ...call }),
  fc.record({ type: fc.constant('stream-item' as const), invocationId: id, item: value }),
  fc.record({ type: fc.constant('completion' as const), invocationId: id, result: value }),
  fc.record({ type: fc.constant('completion' as const), invocationId: id, error: id }),
  fc.record({ type: fc.constant('completion' as const), invocationId: id }),
  fc.record({ type: fc.constant('cancel-invocation' as const), invocationId: id }),
  fc.record({ type: fc.constant('close' as const), error: id }),
  fc.record({ type: fc.constant('ack' as const), sequenceId: fc.nat() }),
  fc.record({ type: fc.constant('sequence' as const), sequenceId: fc.nat() }),
  fc.constant({ type: 'ping' as const }),
)

const protocols: { readonly protocol: HubProtocol; readonly client: IHubProtocol }[] = [
  { protocol: jsonProtocol, client: new JsonHubProtocol() },
  { protocol: messagePackProtocol, client: new MessagePackHubProtocol() },
]

describe.each(protocols)('framing in $protocol.name', ({ protocol, client }) => {
  const handshake = toBytes(`{"protocol":"${protocol.name}","version":1}\u001e`)

  it('reads the same messages wherever their bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 6 }),
        fc.array(fc.nat(40), { minLength: 1 }),
        (messages, cuts) => {
          const frames = messages.map((one) => toBytes(protocol.encode(one)))

          const received = readInPieces([handshake, ...frames], cuts)

          expect(received[0]?.type).toBe('handshake')
          expect(received.slice(1).map((one) => one.type === 'message' && one.message)).toEqual(messages)
        },
      ),
      { seed },
    )
  })

  it('reads what the client package writes', () => {
    const written = [
      client.writeMessage({
        type: MessageType.Invocation,
        target: 'Join',
        arguments: ['a', { b: [1] }],
        invocationId: '0',
      }),
      client.writeMessage({
        type: MessageType.StreamInvocation,
        target: 'Count',
        arguments: [],
        invocationId: '1',
        streamIds: ['2'],
      }),
      client.writeMessage({ type: MessageType.StreamItem, invocationId: '2', item: 'x' }),
      client.writeMessage({ type: MessageType.Completion, invocationId: '2' }),
      client.writeMessage({ type: MessageType.CancelInvocation, invocationId: '1' }),
      client.writeMessage({ type: MessageType.Ping }),
      client.writeMessage({ type: MessageType.Ack, sequenceId: 7 }),
      client.writeMessage({ type: MessageType.Sequence, sequenceId: 8 }),
      client.writeMessage({ type: MessageType.Close }),
    ]

    const received = readInPieces([handshake, ...written.map((frame) => toBytes(frame))], [1000])

    expect(received.slice(1).map((one) => one.type === 'message' && one.message)).toEqual([
      {
        type: 'invocation',
        invocationId: '0',
        target: 'Join',
        arguments: ['a', { b: [1] }],
        streamIds: [],
      },
      { type: 'stream-invocation', invocationId: '1', target: 'Count', arguments: [], streamIds: ['2'] },
      { type: 'stream-item', invocationId: '2', item: 'x' },
      { type: 'completion', invocationId: '2' },
      { type: 'cancel-invocation', invocationId: '1' },
      { type: 'ping' },
      { type: 'ack', sequenceId: 7 },
      { type: 'sequence', sequenceId: 8 },
      { type: 'close' },
    ])
  })

  it('writes what the client package reads', () => {
    const close = protocol.encode({ type: 'close', error: 'Bye.', allowReconnect: true })
    const item = protocol.encode({ type: 'stream-item', invocationId: '1', item: undefined })
    const input = typeof close === 'string' ? `${close}${String(item)}` : joinedBuffer([close, toBytes(item)])

    const read = client.parseMessages(input, { log: () => {} })

    expect(read).toMatchObject([
      { type: messageNumbers.close, error: 'Bye.', allowReconnect: true },
      { type: messageNumbers['stream-item'], invocationId: '1', item: null },
    ])
  })

  it('never throws anything but a protocol error on bytes at random', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const inbound = new Inbound(100)
        inbound.push(handshake)
        inbound.take(true)
        inbound.push(bytes)

        try {
          while (inbound.take(true)) continue
        } catch (error) {
          expect(error).toHaveProperty('name', 'ProtocolError')
        }
      }),
      { seed },
    )
  })

  it('refuses a message that is too large before it is whole', () => {
    const inbound = new Inbound(100)
    inbound.push(handshake)
    inbound.take(true)
    const frame = protocol.isBinary ? lengthFrame(new Uint8Array(101)) : toBytes(' '.repeat(200))
    inbound.push(frame.subarray(0, protocol.isBinary ? 3 : 101))

    expect(() => inbound.take(true)).toThrow('larger than 100 bytes')
  })
})

it('refuses a length of more than five bytes', () => {
  const inbound = new Inbound(100)
  inbound.push(toBytes('{"protocol":"messagepack","version":1}\u001e'))
  inbound.take(true)
  inbound.push(new Uint8Array([0x80, 0x80, 0x80, 0x80, 0x80]))

  expect(() => inbound.take(true)).toThrow('malformed')
})

function readInPieces(frames: readonly Uint8Array[], cuts: readonly number[]): readonly Received[] {
  const bytes = new Uint8Array(joinedBuffer(frames))
  const inbound = new Inbound(1_000_000)
  const received: Received[] = []
  for (let offset = 0, turn = 0; offset < bytes.length; turn += 1) {
    const length = (cuts[turn % cuts.length] ?? 0) + 1
    inbound.push(bytes.subarray(offset, offset + length))
    offset += length
    for (let one = inbound.take(true); one; one = inbound.take(true)) received.push(one)
  }
  return received
}

function joinedBuffer(pieces: readonly Uint8Array[]): ArrayBuffer {
  return new Uint8Array(pieces.flatMap((piece) => [...piece])).buffer
}
