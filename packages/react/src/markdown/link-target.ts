/** Where a link of a message really leads. `host` is ASCII, as the browser will use it. */
export type LinkTarget =
  | { readonly type: 'web'; readonly href: string; readonly host: string; readonly isDisguised: boolean }
  | { readonly type: 'mail'; readonly href: string; readonly address: string }

/**
 * How much a link's own words tell of where it leads: they `name` the place, are `silent` about it, or `mislead`: they
 * name another one, or hide characters that could.
 */
export type Candour = 'names' | 'silent' | 'misleads'

/** Reads an address from a message. Only absolute web addresses and mail addresses are links; all else is `null`. */
export const linkTarget = (address: string): LinkTarget | null => {
  const url = URL.parse(address)
  if (!url) return null
  if (url.protocol === 'mailto:') {
    // Subject, body and copies are the writer's words, not the person's.
    return /^[^\s@?]+@[^\s@?]+$/u.test(url.pathname)
      ? { type: 'mail', href: `mailto:${url.pathname}`, address: url.pathname }
      : null
  }
  if (!/^https?:$/u.test(url.protocol) || url.host === '') return null
  const isDisguised = url.username !== '' || url.password !== '' || /(?:^|\.)xn--/u.test(url.hostname)
  url.username = ''
  url.password = ''
  return { type: 'web', href: url.href, host: url.host, isDisguised }
}

const hostLike =
  /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:\p{L}{2,}|xn--[a-z0-9-]+)|\b\d{1,3}(?:\.\d{1,3}){3}\b/gu
const ignorable = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu
const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
// A browser reads these as the full stop of a host.
const stops = /[\u3002\uFF0E\uFF61]/gu

/** The hosts that a word names: not what stands in a path, such as `page.html`. */
const hostsIn = (word: string): readonly string[] => {
  const place = word.replace(/^\P{L}*[a-z]+:\/\//u, '').split(/[/?#]/u)[0] ?? ''
  return Array.from(place.matchAll(hostLike), (match) => match[0].replace(/^www\./u, ''))
}

const webCandour = (words: string, host: string): Candour => {
  if (bidi.test(words)) return 'misleads'
  const seen = words.replaceAll(stops, '.').normalize('NFKC').replaceAll(ignorable, '').toLowerCase()
  const bare = host.replace(/:\d+$/u, '').replace(/^www\./u, '')
  const named = seen.split(/\s+/u).flatMap(hostsIn)
  if (named.some((name) => name !== bare)) return 'misleads'
  return named.length > 0 ? 'names' : 'silent'
}

/** What the words of a link tell of its target. A target that hides its host behind a name makes any words mislead. */
export const candourOf = (words: string, target: LinkTarget): Candour => {
  if (target.type === 'web') return target.isDisguised ? 'misleads' : webCandour(words, target.host)
  if (words.trim().replace(/^mailto:/u, '') === target.address) return 'names'
  return words.includes('@') || bidi.test(words) ? 'misleads' : 'silent'
}
