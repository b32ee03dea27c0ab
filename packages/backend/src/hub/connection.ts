import type {
  CloseReason,
  ConnectionEvents,
  ConnectionIdentity,
  TransportName,
} from './connection-contract.ts'
import { handshakeResponse } from './handshake.ts'
import { Inbound } from './inbound.ts'
import { type HubMessage, isSequenced } from './message.ts'
import { MessageLog } from './message-log.ts'
import { Outbound } from './outbound.ts'
import { type HubPeer, type HubSocket, toBytes } from './peer.ts'
import type { HubProtocol, Outgoing } from './protocol.ts'
import { ProtocolError } from './protocol-error.ts'
import type { HubSettings } from './settings.ts'
import { ConnectionTimers } from './connection-timers.ts'

/** One client, from negotiation to its end, over one transport or, with stateful reconnect, several in turn. */
export class Connection {
  readonly identity: ConnectionIdentity
  readonly #settings: HubSettings
  readonly #events: ConnectionEvents
  readonly #inbound: Inbound
  readonly #outbound: Outbound
  readonly #timers: ConnectionTimers
  #transport: TransportName = 'WebSockets'
  #protocol: HubProtocol | undefined
  #log: MessageLog | undefined
  #hasEnded = false
  #isHeld = false

  constructor(identity: ConnectionIdentity, settings: HubSettings, events: ConnectionEvents) {
    this.identity = identity
    this.#settings = settings
    this.#events = events
    this.#timers = new ConnectionTimers(settings)
    this.#inbound = new Inbound(settings.maxMessageBytes)
    this.#outbound = new Outbound(settings.maxQueuedBytes / 2, (peer) => this.#lose(peer))
    this.#expireIn(settings.disconnectMs, 'No transport was connected in time.')
  }

  /** Whether a transport of this kind may be attached now: the first one, or a WebSocket that takes over a stateful connection. */
  canAttach(transport: TransportName): boolean {
    if (this.#hasEnded) return false
    return this.#log ? transport === 'WebSockets' : this.#outbound.peer === undefined
  }

  /** Takes a transport. Ask `canAttach` first. */
  attach(peer: HubPeer, transport: TransportName): HubSocket {
    const previous = this.#outbound.peer
    this.#outbound.attach(peer, this.#isHeld)
    previous?.close(1000, 'A newer socket took over.')
    this.#transport = transport
    if (this.#log) this.#resume(this.#log)
    else this.#expireIn(this.#settings.handshakeMs, 'The handshake did not come in time.')
    return {
      receive: (data) => {
        if (this.#outbound.peer === peer) this.#receive(toBytes(data))
      },
      closed: () => this.#lose(peer),
    }
  }

  /** Sends a message to the client; after the end it does nothing. Throws when the message cannot be encoded. */
  send(outgoing: Outgoing): void {
    if (this.#hasEnded || !this.#protocol) return
    this.#outbound.record(outgoing(this.#protocol))
    if (this.#outbound.queued <= this.#settings.maxQueuedBytes) return
    this.#drop('The client reads too slowly.', 1008)
  }

  /** Settles when there is room for more; streams wait for it. */
  ready(): Promise<void> {
    return this.#outbound.ready()
  }

  /** Stops or goes on reading, where the transport can. */
  hold(isHeld: boolean): void {
    if (this.#isHeld === isHeld) return
    this.#isHeld = isHeld
    this.#outbound.hold(isHeld)
    this.#timers.heard()
  }

  /** Tells the client why, and ends. */
  close(reason: CloseReason = {}): void {
    if (this.#hasEnded) return
    if (this.#protocol) this.#transmit({ type: 'close', ...reason })
    else this.#outbound.transmit(handshakeResponse(reason.error ?? 'The connection was closed.'))
    this.#drop(reason.error, 1000)
  }

  #receive(bytes: Uint8Array): void {
    this.#timers.heard()
    this.#inbound.push(bytes)
    try {
      while (!this.#hasEnded) {
        const received = this.#inbound.take(this.#transport !== 'ServerSentEvents')
        if (!received) return
        if (received.type === 'handshake') this.#open(received.protocol, received.version)
        else this.#read(received.message, received.size)
      }
    } catch (error) {
      if (error instanceof ProtocolError) return this.close({ error: error.message })
      this.#events.failed(error)
      this.close({ error: 'The server failed to handle a message.' })
    }
  }

  #open(protocol: HubProtocol, version: number): void {
    this.#timers.arrived()
    this.#outbound.transmit(handshakeResponse())
    this.#protocol = protocol
    if (this.identity.isStateful && version >= 2 && this.#transport === 'WebSockets') {
      this.#log = new MessageLog()
      this.#outbound.keepIn(this.#log)
    }
    this.#watch()
    this.#events.opened()
  }

  #read(message: HubMessage, size: number): void {
    const isAccepted = this.#log?.accepts(message) ?? true
    if (this.#log && isSequenced(message)) this.#acknowledge(this.#log)
    if (!isAccepted) return
    switch (message.type) {
      case 'ping':
        return
      case 'close':
        return this.#drop(message.error, 1000)
      case 'ack':
        return this.#outbound.acknowledge(message.sequenceId)
      case 'sequence':
        return this.#log?.restart(message.sequenceId)
      default:
        this.#events.message(message, size)
    }
  }

  #resume(log: MessageLog): void {
    this.#timers.arrived()
    this.#inbound.restart()
    const { sequenceId, messages } = log.resume()
    this.#transmit({ type: 'sequence', sequenceId })
    for (const data of messages) this.#outbound.transmit(data)
    this.#watch()
  }

  #transmit(message: HubMessage): void {
    if (this.#protocol) this.#outbound.transmit(this.#protocol.encode(message))
  }

  #watch(): void {
    // Each poll is a sign of life in both directions, and the client sends no pings then.
    if (this.#transport === 'LongPolling') return
    this.#timers.watch({
      ping: () => this.#transmit({ type: 'ping' }),
      timedOut: () => this.close({ error: 'The client was silent for too long.', allowReconnect: true }),
      isHeld: () => this.#isHeld,
    })
  }

  #acknowledge(log: MessageLog): void {
    this.#timers.acknowledgeLater(() => this.#transmit({ type: 'ack', sequenceId: log.latestReceived }))
  }

  #expireIn(ms: number, error: string): void {
    this.#timers.expect(ms, () => this.close({ error }))
  }

  /** The transport is gone; a stateful connection waits for the next one. */
  #lose(peer: HubPeer): void {
    if (this.#outbound.peer !== peer) return
    if (!this.#log) return this.#end()
    this.#timers.unwatch()
    this.#outbound.detach()
    this.#expireIn(this.#settings.disconnectMs, 'The client did not reconnect in time.')
  }

  /** Ends without a word to the client. */
  #drop(error: string | undefined, code: number): void {
    const peer = this.#outbound.peer
    this.#end(error)
    peer?.close(code)
  }

  #end(error?: string): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#timers.stop()
    this.#outbound.end()
    this.#events.ended(error)
  }
}
