/** Where a link of a message really leads. `host` is ASCII, as the browser will use it. */
export type LinkTarget =
  | { readonly type: 'web'; readonly href: string; readonly host: string; readonly isDisguised: boolean }
  | { readonly type: 'mail'; readonly href: string; readonly address: string }

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

const hostLike = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}/gu
const ignorable = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu
const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

/** The hosts that a word names: not what stands in a path, such as `page.html`. */
const hostsIn = (word: string): readonly string[] => {
  const place = word.replace(/^\P{L}*[a-z]+:\/\//u, '').split(/[/?#]/u)[0] ?? ''
  return Array.from(place.matchAll(hostLike), (match) => match[0].replace(/^www\./u, ''))
}

/** True when the words of a link name another host than `host`, or hide characters that could. */
export const namesAnotherHost = (words: string, host: string): boolean => {
  if (bidi.test(words)) return true
  const seen = words.normalize('NFKC').replaceAll(ignorable, '').toLowerCase()
  const bare = host.replace(/:\d+$/u, '').replace(/^www\./u, '')
  return seen
    .split(/\s+/u)
    .flatMap(hostsIn)
    .some((named) => named !== bare)
}
