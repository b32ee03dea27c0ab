import type { Fact } from '@threadwork/core'
import { translateHubEvent } from './translate.ts'
import { decodeHubEvent, hubEventNamed } from './wire-event.ts'

/**
 * What a hub event says, as facts: for tapes, inspectors and measurements that have no connection. An unknown or
 * malformed event says nothing. `fallbackAt` (server milliseconds) dates a message that came without a time.
 */
export const hearHubEvent = (name: string, args: readonly unknown[], fallbackAt = 0): readonly Fact[] => {
  const known = hubEventNamed(name)
  if (known === null) return []
  const decoded = decodeHubEvent(known, args)
  return decoded.status === 'decoded' ? translateHubEvent(decoded.value, fallbackAt).facts : []
}
