import type { Intent } from './outbox-intent.ts'

const withoutSecrets = (intent: Intent): Intent => {
  const { command, secretKeys } = intent
  if (command.type !== 'submit-form' || secretKeys.length === 0) return intent
  const secret = new Set(secretKeys)
  const values = Object.fromEntries(Object.entries(command.values).filter(([key]) => !secret.has(key)))
  return { ...intent, command: { ...command, values } }
}

// Form answers that arrived are the backend's; the note of a decision is the only trace of it anywhere.
const isWorthKeeping = (intent: Intent): boolean =>
  intent.status !== 'sent' || intent.command.type !== 'submit-form'

// Of messages that arrived, a reload needs only those that the history may not have yet.
const arrivedToKeep = 5

const withoutOldMessages = (intents: readonly Intent[]): readonly Intent[] => {
  const arrived = intents.filter(
    ({ status, command }) => status === 'sent' && command.type === 'send-message',
  )
  const old = new Set(arrived.slice(0, -arrivedToKeep))
  return intents.filter((intent) => !old.has(intent))
}

/** The intents as a text for the storage, without secrets. It does not grow with the conversation. */
export const writeIntents = (intents: readonly Intent[]): string =>
  JSON.stringify(withoutOldMessages(intents).filter(isWorthKeeping).map(withoutSecrets))

const isIntent = (value: unknown): value is Intent =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'command' in value &&
  typeof value.command === 'object' &&
  'status' in value &&
  'attempts' in value

/** Reads what `writeIntents` wrote. A note that is not whole, or of another version, is no intents. */
export const readIntents = (text: string | null): readonly Intent[] => {
  if (text === null) return []
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) ? parsed.filter(isIntent) : []
  } catch {
    return []
  }
}
