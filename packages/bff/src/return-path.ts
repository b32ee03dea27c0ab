const base = 'https://origin.invalid'

/**
 * Where a person lands after signing in: a path of this origin as a URL parser reads it, else `/`. So `//host`,
 * `/\host` and control characters that parsers skip lead home, as do the sign-in's own addresses.
 */
export const safeReturnPath = (wanted: string | null | undefined): string => {
  if (!wanted || wanted.length > 2_048 || !wanted.startsWith('/')) return '/'
  const url = URL.parse(wanted, base)
  if (!url || url.origin !== base) return '/'
  const path = `${url.pathname}${url.search}${url.hash}`
  // Dot segments may leave a path that starts with two slashes, which a browser reads as a host.
  return path.startsWith('//') || /^\/(?:auth|api|hubs)(?:\/|$)/.test(url.pathname) ? '/' : path
}
