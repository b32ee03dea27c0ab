import type { Json, JsonObject } from '@threadwork/engine'

/** Whether a value is a record: neither a list nor `null`. Out of JSON comes a record of JSON. */
export function isRecord(value: Json | undefined): value is JsonObject
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>>
export function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
