import type { Json, JsonObject } from '@threadwork/engine'
import { isRecord } from '../is-record.ts'

/** Who reads a delivery: a receiver of Standard Webhooks, or an automation that maps fields by name. */
export type WebhookPreset = 'standard' | 'zapier' | 'make'

export interface WebhookEvent {
  readonly id: string
  readonly event: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly payload: JsonObject
}

/** Which automation a host belongs to. */
export function presetOf(hostname: string): WebhookPreset {
  if (hostname === 'hooks.zapier.com') return 'zapier'
  return /^hook\.(?:[a-z\d-]+\.)?(?:make|integromat)\.com$/.test(hostname) ? 'make' : 'standard'
}

/**
 * `{type, timestamp, data}` for receivers of Standard Webhooks. Automations get one flat object, its inner fields named
 * as Zapier names them, `order__id`, with `event`, `delivery_id` and `sent_at` beside them.
 */
export function webhookBody({ id, event, at, payload }: WebhookEvent, preset: WebhookPreset): string {
  const time = new Date(at).toISOString()
  if (preset === 'standard') return JSON.stringify({ type: event, timestamp: time, data: payload })
  return JSON.stringify(
    Object.fromEntries([...flatten(payload, ''), ['event', event], ['delivery_id', id], ['sent_at', time]]),
  )
}

/** Lists stay lists: both automations read them. */
function flatten(record: JsonObject, before: string): readonly (readonly [string, Json])[] {
  return Object.entries(record).flatMap(([key, value]) =>
    isRecord(value) ? flatten(value, `${before}${key}__`) : [[before + key, value] as const],
  )
}
