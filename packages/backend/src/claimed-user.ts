import type { User } from './config.ts'
import { isRecord } from './is-record.ts'

const subjectOf = (payload: unknown): string | null => {
  const subject = isRecord(payload) ? payload['sub'] : null
  return typeof subject === 'string' && subject !== '' ? subject : null
}

// The second of a JWT's three parts, base64url. Its signature is not looked at.
const claimedSubject = (token: string): string | null => {
  const body = token.split('.')[1]
  if (body === undefined) return null
  try {
    const bytes = Uint8Array.from(atob(body.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    )
    return subjectOf(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}

/**
 * Believes whoever asks, for development and behind a server that vouches for its callers: the user that
 * `X-IDP-User-Id` names, else the subject that a bearer token claims, else `development`.
 */
export const userFromHeader = (request: Request): User => {
  const named = request.headers.get('X-IDP-User-Id')
  if (named) return { userId: named }
  const token = /^Bearer (\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1]
  return { userId: (token && claimedSubject(token)) || 'development' }
}
