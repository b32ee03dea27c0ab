import type { OriginPolicy } from './OriginPolicy.tsx'

/** What may be done with a sign-in link. `host` is ASCII, as the browser will use it. */
export type LinkVerdict =
  | { readonly type: 'trusted'; readonly url: string; readonly host: string }
  | { readonly type: 'not-an-address' }
  | { readonly type: 'not-secure'; readonly host: string }
  | { readonly type: 'not-allowed'; readonly host: string }

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u

/** Trusts https on a listed origin, and loopback where the policy says so. It judges what the browser would open. */
export const judgeLink = (text: string, policy: OriginPolicy): LinkVerdict => {
  const url = URL.parse(text)
  if (!url || !/^https?:$/u.test(url.protocol)) return { type: 'not-an-address' }
  const { host } = url
  if (policy.isLoopbackTrusted && loopback.test(url.hostname)) return { type: 'trusted', url: url.href, host }
  if (url.protocol !== 'https:') return { type: 'not-secure', host }
  const isListed = policy.linkOrigins.some((listed) => URL.parse(listed)?.origin === url.origin)
  // Names before the host (`https://bank.example@evil.example`) serve no honest sign-in.
  if (!isListed || url.username !== '' || url.password !== '') return { type: 'not-allowed', host }
  return { type: 'trusted', url: url.href, host }
}
