import { parseTemplate, templatePaths } from '../text/parse-template.ts'

/** What can be known of a URL before its templates are filled. */
export interface UrlTemplate {
  readonly scheme: 'http' | 'https' | null
  /** As bindings name it, with a port that is not 443; `null` where templates decide it. */
  readonly host: string | null
  /** The paths of the templates that stand before the host is over. */
  readonly hostPaths: readonly string[]
  readonly hasCredentials: boolean
}

const shape = /^(https?):\/\/(?:([^/?#]*)@)?(\[[^\]/?#]*\]|[^/?#:@]*)(?::(\d*))?(?=[/?#]|$)/i

/** Reads a URL as far as it is written out; `null` when it can be none, whatever its templates hold. */
export function readUrlTemplate(url: string): UrlTemplate | null {
  const text = url.trim()
  const head = headOf(text)
  const hostPaths = templatePaths(head)
  if (hostPaths.length > 0) {
    const scheme = /^(https?):\/\//i.exec(head)?.[1] ?? null
    return { scheme: scheme === null ? null : schemeOf(scheme), host: null, hostPaths, hasCredentials: false }
  }
  const match = shape.exec(head)
  const [, scheme = '', credentials, name = '', port] = match ?? []
  if (!match || !isHost(name) || Number(port ?? '0') > 65_535) return null
  return {
    scheme: schemeOf(scheme),
    host: bindingOf(name, schemeOf(scheme), port),
    hostPaths,
    hasCredentials: credentials !== undefined,
  }
}

// All up to the first sign that ends a host, templates whole.
function headOf(text: string): string {
  let head = ''
  for (const part of parseTemplate(text)) {
    if (part.type === 'path') {
      head += `{{${part.path}}}`
      continue
    }
    const start = head === '' ? (/^https?:\/\//i.exec(part.text)?.[0].length ?? 0) : 0
    const end = part.text.slice(start).search(/[/?#\\]/)
    if (end >= 0) return head + part.text.slice(0, start + end)
    head += part.text
  }
  return head
}

const isHost = (name: string): boolean =>
  /^\[[\da-f:.]+\]$/i.test(name) || /^(?!.*\.\.)[^\s.[\]{}<>"|^`%@\\][^\s[\]{}<>"|^`%@\\]*$/u.test(name)

const schemeOf = (text: string): 'http' | 'https' => (text.toLowerCase() === 'http' ? 'http' : 'https')

function bindingOf(name: string, scheme: 'http' | 'https', port: string | undefined): string {
  const host = name.toLowerCase().replace(/\.$/, '')
  const number = port === undefined || port === '' ? (scheme === 'http' ? '80' : '443') : String(Number(port))
  return number === '443' ? host : `${host}:${number}`
}

/** Whether one of the bindings takes in a host: the same one, or for `*.example.com` any host below it. */
export const isBoundTo = (bindings: readonly string[], host: string): boolean =>
  bindings.some((binding) => {
    const bound = binding.trim().toLowerCase().replace(/:443$/, '')
    return bound.startsWith('*.') ? host.endsWith(bound.slice(1)) : host === bound
  })
