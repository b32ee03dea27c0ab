const part = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const ipv4Form = new RegExp(`^${part}(?:\\.${part}){3}$`)
const uuidForm = /^(?:urn:uuid:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const labelForm = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i
// Schemes that run what they carry have no place in an answer.
const uriForm = /^(?!(?:javascript|vbscript|data):)[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i
const durationForm =
  /^P(?!$)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?)$/
const groupForm = /^[\da-f]{1,4}$/i

const isHostname = (text: string): boolean =>
  text.length <= 253 && text.split('.').every((label) => labelForm.test(label))

const isIpv6 = (text: string): boolean => {
  const halves = text.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1) ?? ''
  const hasIpv4 = last.includes('.')
  const plain = hasIpv4 ? groups.slice(0, -1) : groups
  if (hasIpv4 && !ipv4Form.test(last)) return false
  if (!plain.every((group) => groupForm.test(group))) return false
  const count = plain.length + (hasIpv4 ? 2 : 0)
  return halves.length === 2 ? count < 8 : count === 8
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const checks: Readonly<Record<string, (text: string) => boolean>> = {
  uuid: (text) => uuidForm.test(text),
  ipv4: (text) => ipv4Form.test(text),
  ipv6: isIpv6,
  hostname: isHostname,
  uri: (text) => uriForm.test(text),
  duration: (text) => durationForm.test(text),
  json: isJson,
}

/** Whether a format is checked here; others are the backend's to check. */
export const isCheckedFormat = (format: string): boolean => Object.hasOwn(checks, format)

/** Whether a text has a format. A format that is not checked here counts as kept. */
export const hasFormat = (format: string, text: string): boolean =>
  !isCheckedFormat(format) || checks[format]?.(text) === true
