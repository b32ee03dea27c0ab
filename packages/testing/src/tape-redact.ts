// Names, ids, times and states stay, because a replay needs them. Every other text is somebody's.
const keptTexts = new Set([
  'type',
  'runId',
  'eventId',
  'skillName',
  'skillId',
  'callId',
  'scope',
  'attemptId',
  'messageId',
  'intentId',
  'workflowId',
  'stepId',
  'currentStep',
  'role',
  'status',
  'state',
  'resolution',
  'by',
  'reason',
  'name',
  'detail',
  'key',
  'controlType',
  'unknownType',
  'requestId',
  'connectorName',
  'fileId',
  'mediaType',
])

// Whatever stands below these is a person's or a skill's own, numbers included.
const wholeValues = new Set(['parameters', 'payload', 'values', 'defaultValue', 'options', 'fieldErrors'])

// `reason` is a person's sentence in a decision, and a word of ours everywhere else; so is the `name` of a file.
const isKept = (key: string, owner: Readonly<Record<string, unknown>>): boolean =>
  keptTexts.has(key) &&
  !(key === 'reason' && owner.type === 'decide') &&
  !(key === 'name' && 'fileId' in owner)

const hide = (text: string): string => `[${text.length} characters]`

const blank = (value: unknown): unknown => {
  if (Array.isArray(value)) return []
  if (typeof value !== 'object' || value === null) return value === null ? null : '[redacted]'
  return Object.fromEntries(Object.keys(value).map((key) => [key, '[redacted]']))
}

const redactField = (key: string, value: unknown, owner: Readonly<Record<string, unknown>>): unknown => {
  if (wholeValues.has(key)) return blank(value)
  if (typeof value === 'string') return isKept(key, owner) ? value : hide(value)
  return redact(value)
}

/** The same value without anybody's words: texts become their length, parameters and payloads their names. */
export const redact = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value.map((item: unknown) => (typeof item === 'string' ? hide(item) : redact(item)))
  if (typeof value !== 'object' || value === null) return value
  const owner: Readonly<Record<string, unknown>> = { ...value }
  return Object.fromEntries(
    Object.entries(owner).map(([key, inner]) => [key, redactField(key, inner, owner)]),
  )
}
