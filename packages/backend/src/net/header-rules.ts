/** Headers that belong to the connection and not to the request; whoever sets them speaks for somebody else. */
const reserved: Readonly<Record<string, string>> = {
  host: 'it follows from the address',
  'content-length': 'it follows from the body',
  'accept-encoding': 'the answer is unpacked here',
  connection: 'it belongs to the connection',
  'keep-alive': 'it belongs to the connection',
  'proxy-authenticate': 'it belongs to the connection',
  'proxy-authorization': 'it belongs to the connection',
  'proxy-connection': 'it belongs to the connection',
  expect: 'it belongs to the connection',
  te: 'it belongs to the connection',
  trailer: 'it belongs to the connection',
  'transfer-encoding': 'it belongs to the connection',
  upgrade: 'it belongs to the connection',
}

/** What is wrong with the name of a header, as a sentence; `null` when it may be sent. */
export function judgeHeaderName(name: string): string | null {
  if (!/^[!#$%&'*+.^_`|~\dA-Za-z-]{1,256}$/.test(name))
    return `“${name.slice(0, 60)}” is not the name of a header. Use letters, digits and hyphens, as in X-Request-Id.`
  // Some servers read an underscore as a hyphen.
  const why = reserved[name.toLowerCase().replaceAll('_', '-')]
  return why === undefined ? null : `The header “${name}” cannot be set: ${why}. Take it out.`
}

/** What is wrong with a value, as a sentence that does not repeat it; `null` when it may be sent. */
export function judgeHeaderValue(name: string, value: string): string | null {
  if (/[\r\n\0]/.test(value)) return `The header “${name}” holds a line break. Put its value on one line.`
  if (!/^[\t\x20-\x7E\x80-\xFF]*$/.test(value))
    return `The header “${name}” holds a sign that headers cannot carry. Encode its value, for example as base64.`
  return value.length > 8192 ? `The header “${name}” is longer than 8192 characters.` : null
}
