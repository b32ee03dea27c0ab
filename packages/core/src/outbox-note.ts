import type { Intent } from './outbox-intent.ts'

const withoutSecrets = (intent: Intent): Intent => {
  const { command, secretKeys } = intent
  if (command.type !== 'submit-form' || secretKeys.length === 0) return intent
  const secret = new Set(secretKeys)
  const values = Object.fromEntries(Object.entries(command.values).filter(([key]) => !secret.has(key)))
  return { ...intent, command: { ...command, values } }
}

// Of messages that arrived, a reload needs only those that the history may not have yet; of forms, those that a
// person may still look up.
const arrivedToKeep = { 'send-message': 5, 'submit-form': 10 } as const

const withoutOld = (intents: readonly Intent[], type: keyof typeof arrivedToKeep): readonly Intent[] => {
  const arrived = intents.filter(({ status, command }) => status === 'sent' && command.type === type)
  const old = new Set(arrived.slice(0, -arrivedToKeep[type]))
  return intents.filter((intent) => !old.has(intent))
}

const noRound = -1

// What arrived is shown again after a reload, and never counts as the answer to a form that is open then: a reload
// counts the rounds anew, and the backend knows best whether it still waits.
const asPast = (intent: Intent): Intent =>
  intent.status === 'sent' && intent.command.type === 'submit-form' ? { ...intent, round: noRound } : intent

/** The intents as a text for the storage, without secrets. It does not grow with the conversation. */
export const writeIntents = (intents: readonly Intent[]): string =>
  JSON.stringify(
    withoutOld(withoutOld(intents, 'send-message'), 'submit-form').map(withoutSecrets).map(asPast),
  )

const isIntent = (value: unknown): value is Intent =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'command' in value &&
  typeof value.command === 'object' &&
  'status' in value &&
  'attempts' in value

// Notes from before messages could wait say nothing of it.
const withHold = (intent: Intent): Intent => ({ ...intent, hold: intent.hold ?? null })

/** Reads what `writeIntents` wrote. A note that is not whole, or of another version, is no intents. */
export const readIntents = (text: string | null): readonly Intent[] => {
  if (text === null) return []
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) ? parsed.filter(isIntent).map(withHold) : []
  } catch {
    return []
  }
}
