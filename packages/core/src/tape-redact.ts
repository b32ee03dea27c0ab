// Names, times and states stay, because a replay needs them. Every other text is somebody's.
const keptTexts = new Set([
  'type',
  'skillName',
  'skillId',
  'scope',
  'role',
  'status',
  'state',
  'resolution',
  'by',
  'reason',
  'name',
  'key',
  'controlType',
  'unknownType',
  'connectorName',
  'mediaType',
])

// What a replay has to tell apart and nobody has to know: each becomes a name of the tape's own, the same all through.
const idKinds: Readonly<Record<string, string>> = {
  runId: 'run',
  eventId: 'event',
  callId: 'call',
  replaces: 'call',
  attemptId: 'attempt',
  messageId: 'message',
  intentId: 'intent',
  workflowId: 'workflow',
  stepId: 'step',
  currentStep: 'step',
  lane: 'lane',
  requestId: 'request',
  fileId: 'file',
}

// Whatever stands below these is a person's or a skill's own, numbers included.
const wholeValues = new Set(['parameters', 'payload', 'values', 'defaultValue', 'options', 'fieldErrors'])

// `reason` is a person's sentence in a decision, and a word of ours everywhere else; so is the `name` of a file.
const isKept = (key: string, owner: Readonly<Record<string, unknown>>): boolean =>
  keptTexts.has(key) &&
  !(key === 'reason' && owner['type'] === 'decide') &&
  !(key === 'name' && 'fileId' in owner)

const hide = (text: string): string => `[${text.length} characters]`

const blank = (value: unknown): unknown => {
  if (Array.isArray(value)) return []
  if (typeof value !== 'object' || value === null) return value === null ? null : '[redacted]'
  return Object.fromEntries(Object.keys(value).map((key) => [key, '[redacted]']))
}

// A path names conversations and runs: only its plain words stay.
const plainPath = (name: string): string =>
  name.replace(/\?.*$/u, '').replaceAll(/(?<=\/)(?![a-z_-]+(?:\/|$))[^/]+/gu, '…')

const plainDetail = (detail: string): string =>
  /^(?:(?:no )?seq(?: \d+)?|\d{3}(?: [a-z-]+)?|no answer)$/u.test(detail) || detail === ''
    ? detail
    : hide(detail)

const isReport = (owner: Readonly<Record<string, unknown>>): boolean => 'detail' in owner && 'bytes' in owner

/** Takes everybody's words out of values; ids become names of the tape's own. One redactor for each tape. */
export type Redact = (value: unknown) => unknown

/** A redactor that has renamed nothing yet. */
export const createRedactor = (): Redact => {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()

  const rename = (kind: string, id: string): string => {
    if (id === '') return id
    const known = names.get(`${kind} ${id}`)
    if (known !== undefined) return known
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    // Ids may break a tie in the order of things: padded, they sort as they came.
    const name = `${kind}-${String(count).padStart(5, '0')}`
    names.set(`${kind} ${id}`, name)
    return name
  }

  const redactText = (key: string, text: string, owner: Readonly<Record<string, unknown>>): string => {
    const kind = idKinds[key]
    if (kind !== undefined) return rename(kind, text)
    if (isReport(owner) && key === 'name') return plainPath(text)
    if (isReport(owner) && key === 'detail') return plainDetail(text)
    return isKept(key, owner) ? text : hide(text)
  }

  const redactField = (key: string, value: unknown, owner: Readonly<Record<string, unknown>>): unknown => {
    if (wholeValues.has(key)) return blank(value)
    return typeof value === 'string' ? redactText(key, value, owner) : redact(value)
  }

  const redact: Redact = (value) => {
    if (Array.isArray(value))
      return value.map((item: unknown) => (typeof item === 'string' ? hide(item) : redact(item)))
    if (typeof value !== 'object' || value === null) return value
    const owner: Readonly<Record<string, unknown>> = { ...value }
    return Object.fromEntries(
      Object.entries(owner).map(([key, inner]) => [key, redactField(key, inner, owner)]),
    )
  }
  return redact
}
