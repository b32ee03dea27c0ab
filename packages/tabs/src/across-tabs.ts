import type { Transport } from '@threadwork/core'
import { browserPorts } from './browser-ports.ts'
import { openPull } from './pull-connection.ts'
import { openPush } from './push-connection.ts'
import { createStreamSlots } from './stream-slots.ts'
import type { TabPorts } from './tab-ports.ts'

export interface AcrossTabsOptions {
  /** Tells apart two backends of one origin that use the same conversation ids; the transport's name when left out. */
  readonly name?: string
  /** How many streams of a pull transport all tabs together may have open; 4 when left out, for HTTP/1.1 has six connections. */
  readonly streams?: number
  /** What stands for the browser in a test. */
  readonly ports?: TabPorts
}

/**
 * The same transport, with one live stream for all tabs of this browser that show a conversation: the tab that has it
 * tells the others what it hears, and when it closes, hangs or crashes another takes its place. Commands and reads stay
 * each tab's own. Where the browser has no Web Locks or no BroadcastChannel, and for a push transport that cannot begin
 * quietly, it is the transport as it was.
 */
export const acrossTabs = (transport: Transport, options: AcrossTabsOptions = {}): Transport => {
  const ports = options.ports ?? browserPorts()
  const { capabilities } = transport
  if (ports === null) return transport
  const prefix = `threadwork:${options.name ?? capabilities.name}`
  if (capabilities.delivery === 'push') {
    const open = transport.openQuiet?.bind(transport)
    if (open === undefined) return transport
    return {
      capabilities,
      open: (conversationId, sink) =>
        openPush({ open, ports, name: `${prefix}:${conversationId}` }, conversationId, sink),
    }
  }
  const slots = createStreamSlots({ ...ports, count: Math.max(1, Math.floor(options.streams ?? 4)) })
  return {
    capabilities,
    open: (conversationId, sink) =>
      openPull({ transport, ports, slots, name: `${prefix}:${conversationId}` }, conversationId, sink),
  }
}
