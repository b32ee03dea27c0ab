import type { AllowList } from './allow-list.ts'

/** Where a request may go, or why not: a sentence. */
export type Target =
  | { readonly type: 'target'; readonly url: URL }
  | { readonly type: 'refused'; readonly error: string }

const longest = 8192

/**
 * Ports that speak something else than HTTP, to which a request could be a command: those that browsers refuse
 * (https://fetch.spec.whatwg.org/#port-blocking) and common databases.
 */
const foreignPorts = new Set([
  1719, 1720, 1723, 2049, 3306, 3659, 4045, 4190, 5060, 5061, 5432, 6000, 6379, 6566, 6665, 6666, 6667, 6668,
  6669, 6679, 6697, 10_080, 11_211, 27_017,
])

/**
 * Reads an address as the network will. It is http or https, names nobody before an `@`, and its port is 80, 443, or
 * one from 1024 up that is not known to speak something else; the allow-list lifts the port’s rule.
 */
export function readTarget(text: string, isAllowed: AllowList): Target {
  if (text.length > longest) return refused(`The address is longer than ${longest} characters.`)
  if (!URL.canParse(text))
    return refused('The address is not one. Write it whole, as in https://api.example.com/orders.')
  const url = new URL(text)
  if (!/^https?:$/.test(url.protocol))
    return refused(`The address begins with “${url.protocol.slice(0, 20)}”. Only http and https are sent.`)
  if (url.username !== '' || url.password !== '')
    return refused(
      `The address of ${url.host} holds a user or a password. Send them as a header, from a secret.`,
    )
  const port = portOf(url)
  if (!isUsualPort(Number(port)) && !isAllowed(url.hostname, port))
    return refused(
      `The port ${port} of ${url.hostname} is not used for requests. Use 80, 443 or a port from 1024 up, or let the operator add “${url.host}” to FETCH_ALLOW.`,
    )
  return { type: 'target', url }
}

/** The port of an http or https address, also where none is written. */
export const portOf = (url: URL): string =>
  url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port

const isUsualPort = (port: number): boolean =>
  port === 80 || port === 443 || (port >= 1024 && !foreignPorts.has(port))

const refused = (error: string): Target => ({ type: 'refused', error })
