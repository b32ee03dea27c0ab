import type { Fact } from '@threadwork/core'
import { hearEvent } from '@threadwork/headless'
import { hearHubEvent } from '@threadwork/signalr'

type Record = Readonly<globalThis.Record<string, unknown>>

const isRecord = (value: unknown): value is Record =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

// `{ event, data }` as a stream's block, or the data alone with its `type`.
const hearBlock = (event: unknown): readonly Fact[] => {
  if (isRecord(event) && 'data' in event) {
    const data = typeof event['data'] === 'string' ? (JSON.parse(event['data']) as unknown) : event['data'] // any JSON
    return hearEvent(textOf(event['event'] ?? event['type']), data)
  }
  return hearEvent(null, event)
}

// `[name, …args]`, or `{ target, arguments }` as the hub protocol frames it, or one object with `type`.
const hearCall = (event: unknown): readonly Fact[] => {
  if (Array.isArray(event)) return hearHubEvent(String(event[0]), event.slice(1))
  if (!isRecord(event)) return []
  const name = textOf(event['target'] ?? event['name'] ?? event['event'] ?? event['type'])
  if (name === null) return []
  const args = event['arguments'] ?? event['args']
  return hearHubEvent(name, Array.isArray(args) ? args : [event['data'] ?? event])
}

/** The facts of wire events, as the adapters would hear them. */
export const factsOf = (wire: 'headless' | 'signalr', events: readonly unknown[]): readonly Fact[] =>
  events.flatMap(wire === 'headless' ? hearBlock : hearCall)
