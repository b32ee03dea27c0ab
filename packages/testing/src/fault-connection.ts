import type { Socket } from 'node:net'
import { createFaultLane, type LaneOwner } from './fault-lane.ts'
import { byteOf, type Fault } from './fault.ts'

/** One connection through a fault proxy. */
export interface ProxiedConnection {
  /** Counted from 1. */
  readonly number: number
  /** Bytes that came from the client and from the server. */
  readonly bytes: { readonly up: number; readonly down: number }
  readonly isOpen: boolean
  /** Strikes this connection now, whatever the fault's moment is. */
  strike(fault: Fault): void
}

export interface FaultConnection extends ProxiedConnection {
  /** Takes a new list of faults; ends any stall. */
  setFaults(faults: readonly Fault[]): void
  destroy(): void
}

export interface FaultConnectionParts {
  readonly number: number
  readonly client: Socket
  readonly server: Socket
  readonly faults: readonly Fault[]
}

/** Joins a client's socket with the server's, with faults between. */
export const createFaultConnection = ({
  number,
  client,
  server,
  faults: initial,
}: FaultConnectionParts): FaultConnection => {
  let faults = initial
  let isSilent = false
  const spent = new Set<Fault>()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const sockets = [client, server]

  const clearTimers = (): void => {
    for (const timer of timers) clearTimeout(timer)
    timers.clear()
  }

  const ownerOf = (direction: 'down' | 'up'): LaneOwner => ({
    waiting: () =>
      faults.filter(
        (fault) =>
          !spent.has(fault) &&
          (fault.direction ?? 'down') === direction &&
          (fault.connection ?? number) === number &&
          byteOf(fault) !== null,
      ),
    spend: (fault) => void spent.add(fault),
    cut: () => {
      isSilent = true
      clearTimers()
      for (const socket of sockets) {
        socket.end()
        socket.unref()
      }
      // The other side may never close its half: let go of both once the end has left.
      setTimeout(() => sockets.forEach((socket) => socket.destroy()), 50).unref()
    },
    reset: () => {
      isSilent = true
      clearTimers()
      for (const socket of sockets) socket.resetAndDestroy()
    },
    goSilent: () => {
      isSilent = true
    },
    get isSilent() {
      return isSilent
    },
  })

  const up = createFaultLane({ source: client, target: server, owner: ownerOf('up') })
  const down = createFaultLane({ source: server, target: client, owner: ownerOf('down') })

  const strike = (fault: Fault): void => (fault.direction === 'up' ? up : down).strike(fault)

  const schedule = (): void => {
    clearTimers()
    for (const fault of faults) {
      const { at } = fault
      if (at === undefined || 'byte' in at || spent.has(fault)) continue
      if ((fault.connection ?? number) === number) timers.add(setTimeout(() => strike(fault), at.ms))
    }
  }

  for (const socket of sockets) {
    socket.on('error', () => undefined) // an end of the connection like any other; `close` follows
    socket.once('close', clearTimers)
  }
  schedule()

  return {
    number,
    get bytes() {
      return { up: up.bytes, down: down.bytes }
    },
    get isOpen() {
      return sockets.every((socket) => !socket.destroyed)
    },
    strike,
    setFaults: (next) => {
      faults = next
      up.release()
      down.release()
      schedule()
    },
    destroy: () => {
      clearTimers()
      for (const socket of sockets) socket.destroy()
    },
  }
}
