import type { Faults } from '@threadwork/backend'
import {
  cutInside,
  delayUnits,
  dropAfter,
  duplicate,
  expireLinks,
  mute,
  swapPairs,
  type UnitFault,
} from './unit-faults.ts'

/** What can be made to go wrong. Each stays on until it is switched off. */
export interface FaultSettings {
  /** Streams and sockets break after this many events; `null`: never. */
  readonly drop: number | null
  /** Streams and sockets stay open and say nothing more. */
  readonly isMute: boolean
  /** Milliseconds before each event. */
  readonly delay: number
  /** Every event comes twice. */
  readonly isDuplicated: boolean
  /** Every two events change places. */
  readonly isReordered: boolean
  /** Streams break in the middle of their third event. */
  readonly isCut: boolean
  /** Every request is answered as if the person were signed out. */
  readonly isUnauthorized: boolean
  /** Every message and decision is refused with 409. */
  readonly isConflict: boolean
  /** Links to connect an account arrive expired. */
  readonly isLinkExpired: boolean
  /** The backend says idle, whatever it does. */
  readonly isFalseIdle: boolean
}

export const noFaults: FaultSettings = {
  drop: null,
  isMute: false,
  delay: 0,
  isDuplicated: false,
  isReordered: false,
  isCut: false,
  isUnauthorized: false,
  isConflict: false,
  isLinkExpired: false,
  isFalseIdle: false,
}

const storageKey = 'threadwork-faults'

/** The switches, shared by all tabs of this browser and kept over a reload. */
export const readFaults = (): FaultSettings => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof kept === 'object' && kept !== null ? { ...noFaults, ...kept } : noFaults
  } catch {
    return noFaults
  }
}

/** Switches faults on or off; returns all of them as they are now. */
export const switchFaults = (change: Partial<FaultSettings>): FaultSettings => {
  const next = { ...readFaults(), ...change }
  localStorage.setItem(storageKey, JSON.stringify(next))
  return next
}

/** The faults that act on a stream of events or frames, in the order in which they act. */
export const unitFaultsOf = (settings: FaultSettings): readonly UnitFault[] => [
  ...(settings.isLinkExpired ? [expireLinks] : []),
  ...(settings.isReordered ? [swapPairs] : []),
  ...(settings.isDuplicated ? [duplicate] : []),
  ...(settings.delay > 0 ? [delayUnits(settings.delay)] : []),
  ...(settings.isMute ? [mute] : []),
  ...(settings.isCut ? [cutInside(3)] : []),
  ...(settings.drop === null ? [] : [dropAfter(settings.drop)]),
]

const problem = (status: number, title: string): Response =>
  Response.json(
    { type: 'about:blank', status, title },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )

const isWrite = (request: Request): boolean =>
  request.method === 'POST' &&
  /\/(messages|skill_approval\/[^/]+|business_approval\/[^/]+)$/.test(new URL(request.url).pathname)

const intercept = (request: Request): Response | null => {
  const settings = readFaults()
  if (settings.isUnauthorized) return problem(401, 'The mock was told to answer as if you were signed out.')
  if (settings.isConflict && isWrite(request)) return problem(409, 'The mock was told to refuse this.')
  return null
}

/** The faults as the backend takes them. The switches are read anew for each request. */
export const backendFaults = (
  through: (bytes: ReadableStream<Uint8Array>, faults: readonly UnitFault[]) => ReadableStream<Uint8Array>,
): Faults => ({
  intercept,
  stream: (bytes) => through(bytes, unitFaultsOf(readFaults())),
  state: (state) => (readFaults().isFalseIdle ? 'idle' : state),
})
