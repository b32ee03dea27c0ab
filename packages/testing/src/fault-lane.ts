import type { Socket } from 'node:net'
import { byteOf, type Fault } from './fault.ts'

/** One direction of a proxied connection. */
export interface FaultLane {
  /** Bytes that arrived at the proxy so far. */
  readonly bytes: number
  /** Strikes now, wherever the bytes are. */
  strike(fault: Fault): void
  /** Lets a stall end. */
  release(): void
}

/** What a lane may do to the whole connection. */
export interface LaneOwner {
  /** The faults that wait for a byte of this lane. */
  waiting(): readonly Fault[]
  /** Notes that a fault struck; it does not strike this connection again. */
  spend(fault: Fault): void
  cut(): void
  reset(): void
  goSilent(): void
  readonly isSilent: boolean
}

export interface LaneEnds {
  readonly source: Socket
  readonly target: Socket
  readonly owner: LaneOwner
}

/** Waits for an event of a socket, or for its end; leaves no listener behind. */
const happens = (socket: Socket, event: 'connect' | 'drain'): Promise<void> =>
  new Promise((done) => {
    const settle = (): void => {
      socket.off(event, settle)
      socket.off('close', settle)
      done()
    }
    socket.on(event, settle)
    socket.on('close', settle)
  })

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Carries bytes from source to target, through the faults that lie on the way. */
export const createFaultLane = ({ source, target, owner }: LaneEnds): FaultLane => {
  let offset = 0
  let delay = 0
  let dribble: { readonly bytes: number; readonly ms: number } | null = null
  let stalled: Promise<void> | null = null
  let endStall = (): void => undefined
  let repeat: { readonly from: number; readonly to: number } | null = null
  let repeated: Buffer[] = []

  const strike = (fault: Fault): void => {
    owner.spend(fault)
    switch (fault.type) {
      case 'cut':
        return owner.cut()
      case 'reset':
        return owner.reset()
      case 'half-open':
        return owner.goSilent()
      case 'delay':
        delay = fault.ms
        return
      case 'dribble':
        dribble = { bytes: fault.bytes ?? 1, ms: fault.ms ?? 0 }
        return
      case 'duplicate':
        repeat = { from: offset, to: offset + fault.bytes }
        return
      case 'stall':
        stalled = new Promise((done) => {
          endStall = done
        })
        if (fault.ms !== undefined) setTimeout(endStall, fault.ms)
        return
      case 'split':
    }
  }

  const write = async (bytes: Buffer): Promise<void> => {
    if (stalled !== null) {
      await stalled
      stalled = null
    }
    if (owner.isSilent || bytes.length === 0 || target.destroyed) return
    if (target.connecting) await happens(target, 'connect')
    if (target.destroyed) return
    const isFlushed = target.write(bytes)
    if (!isFlushed) await happens(target, 'drain')
  }

  const send = async (bytes: Buffer): Promise<void> => {
    if (dribble === null) return write(bytes)
    const { bytes: size, ms } = dribble
    for (let start = 0; start < bytes.length; start += size) {
      await write(bytes.subarray(start, start + size))
      await pause(ms)
    }
  }

  const sendTwice = async (bytes: Buffer): Promise<void> => {
    if (repeat === null) return send(bytes)
    repeated.push(bytes)
    await send(bytes)
    if (offset + bytes.length < repeat.to) return
    const again = Buffer.concat(repeated)
    repeat = null
    repeated = []
    await send(again)
  }

  // The next byte at which something changes: a fault strikes, or a duplicate is complete.
  const nextStop = (end: number): number => {
    const stops = owner
      .waiting()
      .map((fault) => byteOf(fault) ?? end)
      .filter((byte) => byte > offset)
    return Math.min(end, repeat?.to ?? end, ...stops)
  }

  const strikeHere = (): boolean => {
    const due = owner.waiting().filter((fault) => (byteOf(fault) ?? Infinity) <= offset)
    for (const fault of due) strike(fault)
    return due.some(({ type }) => type === 'split')
  }

  const carry = async (chunk: Buffer): Promise<void> => {
    const end = offset + chunk.length
    let rest = chunk
    while (offset < end) {
      // Two writes in one turn could leave as one packet; a short wait parts them.
      if (strikeHere()) await pause(5)
      const length = nextStop(end) - offset
      await sendTwice(rest.subarray(0, length))
      rest = rest.subarray(length)
      offset += length
    }
    if (byteFaultsRemainHere()) strikeHere()
  }

  // A cut exactly behind the last byte must not wait for a byte that never comes.
  const byteFaultsRemainHere = (): boolean => owner.waiting().some((fault) => byteOf(fault) === offset)

  const run = async (): Promise<void> => {
    for await (const chunk of source) {
      if (delay > 0) await pause(delay)
      // A socket without an encoding gives buffers.
      await carry(chunk as Buffer)
    }
    await stalled
    if (!owner.isSilent) target.end()
  }
  run().catch(() => owner.cut())

  return {
    get bytes() {
      return offset
    },
    strike,
    release: () => endStall(),
  }
}
