import type { Action, Rendered } from '@threadwork/engine'
import type { FillTarget, Filled, SecretVault } from '../secrets/secret-vault.ts'
import { wellFormed } from '../well-formed.ts'
import { fillAddress, holdsSecret, readAddress } from './fill-request.ts'
import { judgeHeaderName, judgeHeaderValue } from './header-rules.ts'
import type { HttpHeader, HttpRequest } from './http-port.ts'

export type HttpAction = Extract<Action, { readonly type: 'http' }>

/** A request with its secrets in place, or a sentence that says why there is none. */
export type Prepared =
  | { readonly type: 'request'; readonly request: HttpRequest; readonly host: string }
  | { readonly type: 'refused'; readonly error: string }

export interface PrepareOptions {
  readonly vault: SecretVault
  readonly teamId: string
  /** Sent as `Idempotency-Key`, unless the author set one. */
  readonly key: string
  readonly maxBytes: number
}

/** Judges an action of a run and fills its secrets in, each for the host that the address names. */
export async function prepareHttp(action: HttpAction, options: PrepareOptions): Promise<Prepared> {
  const address = readAddress(action.url)
  if (address.type === 'refused') return address
  const target = { teamId: options.teamId, host: address.host }
  const { method, timeoutMs } = action
  if (method === 'GET' && action.body !== null && !isEmpty(action.body))
    return {
      type: 'refused',
      error: 'A GET takes no body. Take it out, or choose POST, PUT, PATCH or DELETE.',
    }
  const url = await fillAddress(options.vault, action.url, target)
  if (url.type === 'refused') return url
  const headers = await fillHeaders(action, options, target)
  if (typeof headers === 'string') return { type: 'refused', error: headers }
  const isJson = headers.every(({ name, value }) => !isContentType(name) || /\bjson\b/i.test(value))
  const body = await fillBody(action.body, options.vault, target, isJson)
  if (body?.type === 'refused') return body
  const contentType = body === null ? [] : contentTypeOf(body.text, headers)
  if (typeof contentType === 'string') return { type: 'refused', error: contentType }
  const request: HttpRequest = {
    method,
    url: url.text,
    headers: [...headers, ...contentType],
    body: body?.text ?? null,
    isBodySecret: holdsSecret(action.body ?? []),
    followsRedirects: true,
    timeoutMs,
    maxBytes: options.maxBytes,
  }
  return { type: 'request', request, host: address.url.host }
}

const isEmpty = (rendered: Rendered): boolean => rendered.every((part) => part === '')
const isContentType = (name: string): boolean => name.toLowerCase() === 'content-type'
const plain = (name: string, value: string): HttpHeader => ({ name, value, isSecret: false })

/** The author’s headers over the usual ones; a sentence when one of them cannot be sent. */
async function fillHeaders(
  action: HttpAction,
  { vault, key }: PrepareOptions,
  target: FillTarget,
): Promise<readonly HttpHeader[] | string> {
  const usual = [
    plain('Accept', 'application/json, */*;q=0.8'),
    plain('User-Agent', 'Threadwork'),
    // A key may hold a step’s name in any script.
    plain('Idempotency-Key', encodeURI(wellFormed(key))),
  ]
  const own: HttpHeader[] = []
  for (const { name, value } of action.headers) {
    const filled = await vault.fill(value, target)
    if (filled.type === 'refused') return filled.error
    const problem = judgeHeaderName(name) ?? judgeHeaderValue(name, filled.text)
    if (problem !== null) return problem
    own.push({ name, value: filled.text, isSecret: holdsSecret(value) })
  }
  const taken = new Set(own.map(({ name }) => name.toLowerCase()))
  return [...usual.filter(({ name }) => !taken.has(name.toLowerCase())), ...own]
}

/** In a JSON a secret is escaped where it would break it, as in one that holds a line break between quotes. */
async function fillBody(
  body: Rendered | null,
  vault: SecretVault,
  target: FillTarget,
  isJson: boolean,
): Promise<Filled | null> {
  if (body === null || isEmpty(body)) return null
  const filled = await vault.fill(body, target)
  if (filled.type === 'refused' || !isJson || !holdsSecret(body) || isJsonText(filled.text)) return filled
  const escaped = await vault.fill(body, target, (value) => JSON.stringify(value).slice(1, -1))
  return escaped.type === 'filled' && isJsonText(escaped.text) ? escaped : filled
}

/** JSON where the author says nothing else; a sentence for a text that was meant as JSON and is none. */
function contentTypeOf(text: string, headers: readonly HttpHeader[]): readonly HttpHeader[] | string {
  if (headers.some(({ name }) => isContentType(name))) return []
  if (isJsonText(text)) return [plain('Content-Type', 'application/json')]
  return /^\s*[[{]/.test(text)
    ? 'The body begins like JSON and is none. Put quotes around texts and take stray commas out, or set the header “Content-Type”.'
    : [plain('Content-Type', 'text/plain;charset=UTF-8')]
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
