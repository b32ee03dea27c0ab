import { mirrorAcross, type Neighbours, type OpenMirror, type Transport } from '@threadwork/core'
import { createHeadlessClient, headless, type HeadlessClient } from '@threadwork/headless'
import { signalr } from '@threadwork/signalr'
import { acrossTabs, browserNeighbours } from '@threadwork/tabs'
import type { WireName } from './preferences.ts'

const url = '/api/chat'

/** Lists, makes and deletes conversations; the same over either wire. */
export const client: HeadlessClient = createHeadlessClient({ url })

const transports: Partial<Record<WireName, Transport>> = {}

/** The one transport of a wire: all tabs of this browser share the stream of a conversation. */
export const transportFor = (wire: WireName): Transport =>
  (transports[wire] ??= acrossTabs(wire === 'headless' ? headless({ url }) : signalr({ url })))

/** This person's other tabs: decisions, drafts and the list of conversations are mirrored there. */
export const neighbours: Neighbours = browserNeighbours()
export const mirror: OpenMirror = mirrorAcross(neighbours)
