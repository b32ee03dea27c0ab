/** The session's cookie; its value is a random id and nothing else. */
export const sessionCookie = '__Host-threadwork-session'
/** What a sign-in under way must find again when the person comes back. */
export const signInCookie = '__Host-threadwork-sign-in'

/** Reads one cookie. `null` when it is absent, or sent twice: a second one was planted by somebody. */
export const readCookie = (header: string | null, name: string): string | null => {
  if (header === null) return null
  const values = header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1))
  return values.length === 1 ? (values[0] ?? null) : null
}

/**
 * A `Set-Cookie` value that only this exact origin gets back. `Strict` for the session, since only the page's own
 * calls need it; `Lax` for a sign-in, since the way back from the provider is a navigation from another site.
 */
export const writeCookie = (
  name: string,
  value: string,
  options: { readonly sameSite: 'Strict' | 'Lax'; readonly seconds: number },
): string =>
  `${name}=${value}; Path=/; Max-Age=${options.seconds}; HttpOnly; Secure; SameSite=${options.sameSite}`

/** A `Set-Cookie` value that ends a cookie. */
export const endCookie = (name: string, sameSite: 'Strict' | 'Lax'): string =>
  writeCookie(name, '', { sameSite, seconds: 0 })
