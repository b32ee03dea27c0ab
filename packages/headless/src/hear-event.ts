import type { Fact } from '@threadwork/core'
import { translateEvent } from './translate.ts'
import { decodeEvent } from './wire-decode-event.ts'

/**
 * What an event of the stream says, as facts: for tapes, inspectors and measurements that have no connection. `name` is
 * the `event:` line, `data` the parsed JSON. A ping or an interruption says nothing.
 */
export const hearEvent = (name: string | null, data: unknown): readonly Fact[] => {
  const said = translateEvent(decodeEvent(name, data))
  return said.type === 'fact' ? [{ type: 'event', event: said.event }] : []
}
