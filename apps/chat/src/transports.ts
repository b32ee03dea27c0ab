import type { Transport } from '@threadwork/core'
import { createHeadlessClient, headless, type HeadlessClient } from '@threadwork/headless'
import { signalr } from '@threadwork/signalr'
import type { WireName } from './preferences.ts'

const url = '/api/chat'

/** Lists, makes and deletes conversations; the same over either wire. */
export const client: HeadlessClient = createHeadlessClient({ url })

const transports: Partial<Record<WireName, Transport>> = {}

/** The one transport of a wire. */
export const transportFor = (wire: WireName): Transport =>
  (transports[wire] ??= wire === 'headless' ? headless({ url }) : signalr({ url }))
