/**
 * Where a secret may go: `api.example.com`, or `*.example.com` for every host below it (not `example.com` itself).
 * Without a port it stands for 443 alone, so that a secret leaves encrypted; any other port is named:
 * `127.0.0.1:8080`, `api.example.com:80`.
 */
export type HostBinding = string

interface Place {
  readonly name: string
  readonly port: string
}

/** What is wrong with a binding that a person typed, as a sentence; `null` when it is good. */
export function judgeHostBinding(binding: string): string | null {
  const place = readPlace(binding.replace(/^\*\./, 'any.'))
  const isWide = binding.startsWith('*.')
  const labels = place?.name.split('.').length ?? 0
  if (!place || (isWide && isAddress(place.name)))
    return `“${binding}” is not a host. Write it as api.example.com, *.example.com or api.example.com:8443.`
  if (isWide && labels < 3)
    return `“${binding}” would take in everybody’s hosts. Name at least two words after the star, as in *.example.com.`
  return null
}

/** Whether one of the bindings takes in `host`, which is a name with or without a port; 443 where none stands. */
export function isBoundTo(bindings: readonly HostBinding[], host: string): boolean {
  const place = readPlace(host)
  return place !== null && bindings.some((binding) => takesIn(binding, place))
}

/** The host of an address as bindings name it: always with a port that is not 443. */
export function bindingHostOf(url: URL): string {
  const port = url.port === '' ? (url.protocol === 'http:' ? '80' : '443') : url.port
  return port === '443' ? url.hostname : `${url.hostname}:${port}`
}

function takesIn(binding: HostBinding, { name, port }: Place): boolean {
  const isWide = binding.startsWith('*.')
  const bound = readPlace(isWide ? binding.slice(2) : binding)
  if (!bound || bound.port !== port) return false
  return isWide ? !isAddress(name) && name.endsWith(`.${bound.name}`) : name === bound.name
}

/** As a browser would read it: lower case, IDN in ASCII, addresses in one form, without a trailing dot. */
function readPlace(text: string): Place | null {
  if (!/^(?:[^\s/?#@\\:*%]+|\[[\da-f:.]+\])(?::\d{1,5})?$/iu.test(text)) return null
  const address = `https://${text}`
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const name = url.hostname.replace(/\.$/, '')
  return name === '' ? null : { name, port: url.port === '' ? '443' : url.port }
}

const isAddress = (name: string): boolean => name.startsWith('[') || /^[\d.]+$/.test(name)
