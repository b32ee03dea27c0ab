import { type Logger, pino } from 'pino'
import type { LogSettings } from './settings.ts'

export type Log = Logger

const secretNames = [
  'authorization',
  'cookie',
  'set-cookie',
  'x-idp-user-id',
  'code',
  'state',
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'accessToken',
  'refreshToken',
  'apiKey',
  'sessionSecret',
]

/**
 * A log of JSON lines. Callers log routes and codes, never URLs, headers or foreign errors; the redaction is the
 * second line, for the day when somebody does.
 */
export const createLog = (settings: LogSettings): Log =>
  pino(
    {
      level: settings.level ?? 'info',
      base: null,
      redact: {
        paths: secretNames.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
        censor: '[redacted]',
      },
    },
    ...(settings.destination ? ([settings.destination] as const) : ([] as const)),
  )

/** What may be logged of a foreign error: its kind and codes. Messages of OAuth libraries quote answers. */
export const errorFields = (error: unknown): Record<string, string> => {
  const fields: Record<string, string> = {}
  let current: unknown = error
  for (let depth = 0; depth < 3 && current instanceof Error; depth += 1) {
    const prefix = depth === 0 ? '' : 'cause_'.repeat(depth)
    fields[`${prefix}error`] = current.name
    if ('code' in current && typeof current.code === 'string') fields[`${prefix}error_code`] = current.code
    if ('error' in current && typeof current.error === 'string')
      fields[`${prefix}oauth_error`] = current.error
    current = current.cause
  }
  return fields
}
