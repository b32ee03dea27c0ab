import type { Json, JsonObject } from './json.ts'

/** Whether a value is a record of JSON: neither a list nor `null`. */
export const isRecord = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
