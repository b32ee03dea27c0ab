import type { HubPeer } from '@threadwork/backend'
import { BrokenOff, type Unit, type UnitFault } from './unit-faults.ts'

interface Line {
  push(unit: Unit): void
  end(): void
  readonly units: AsyncIterable<Unit>
}

const createLine = (): Line => {
  const waiting: Unit[] = []
  let isOver = false
  let wake = (): void => {}
  const units = async function* units(): AsyncIterable<Unit> {
    for (;;) {
      const unit = waiting.shift()
      if (unit !== undefined) yield unit
      else if (isOver) return
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    units: units(),
    push: (unit) => {
      waiting.push(unit)
      wake()
    },
    end: () => {
      isOver = true
      wake()
    },
  }
}

// The handshake's answer and pings are no events; faults leave them alone, or no connection would come about.
const isEvent = (frame: string): boolean => frame.includes('"type":1')

/** Lets faults act on what a hub sends over a socket. Without faults the peer is the one that was given. */
export const socketWithFaults = (peer: HubPeer, faults: readonly UnitFault[]): HubPeer => {
  if (faults.length === 0) return peer
  const line = createLine()
  const carry = async (): Promise<void> => {
    try {
      const units = faults.reduce<AsyncIterable<Unit>>((before, fault) => fault(before), line.units)
      for await (const unit of units) await peer.send(unit)
    } catch (cause) {
      if (!(cause instanceof BrokenOff)) throw cause
      peer.close(1011, cause.message)
    }
  }
  void carry()
  return {
    send: (data) => (typeof data === 'string' && isEvent(data) ? line.push(data) : peer.send(data)),
    close: (code, reason) => {
      line.end()
      peer.close(code, reason)
    },
  }
}
