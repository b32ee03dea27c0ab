import { APICallError, RetryError } from 'ai'
import { ModelError } from '../../models/model-error.ts'
import { type ProviderName, providerNeeds } from './provider-variables.ts'
import type { ProviderSettings } from './read-models.ts'

export interface FailedCall {
  readonly provider: ProviderName
  readonly model: string
  readonly settings: ProviderSettings
  readonly signal: AbortSignal
}

/** What a provider's failure means, for people. The provider's own words are told for a refused request alone, without keys. */
export function explainFailure(error: unknown, call: FailedCall): ModelError {
  if (error instanceof ModelError) return error
  if (call.signal.aborted)
    return new ModelError('cancelled', 'The model was stopped before its answer was complete.')
  const last: unknown = RetryError.isInstance(error) ? error.lastError : error
  const { title } = providerNeeds[call.provider]
  const who = `${call.provider}/${call.model}`
  // No cause: it holds the request, and with it the key.
  if (!APICallError.isInstance(last)) return new ModelError('unreachable', unreachable(last, title, call))
  const { statusCode } = last
  // A success that could not be read to its end.
  if (statusCode === undefined || statusCode < 300)
    return new ModelError('unreachable', unreachable(last, title, call))
  if (statusCode === 401 || statusCode === 403)
    return new ModelError(
      'refused',
      `${capital(title)} refuses the key. Set ${keyNames(call)} to one that may use ${who}.`,
    )
  if (statusCode === 404)
    return new ModelError(
      'refused',
      `${capital(title)} knows no model “${call.model}”. Choose one that your key may use.`,
    )
  if (statusCode === 429)
    return new ModelError(
      'busy',
      `${capital(title)} takes no more requests for now. Wait, or raise the limit of your key.`,
    )
  if (statusCode >= 500)
    return new ModelError('busy', `${capital(title)} is in trouble (${statusCode}). Try again later.`)
  const reason = withoutKeys(last.message, call.settings).slice(0, 300)
  return new ModelError(
    'refused',
    `${capital(title)} refuses the request for ${who} (${statusCode}): ${reason}`,
  )
}

function unreachable(error: unknown, title: string, { settings, provider }: FailedCall): string {
  const { optional, needs } = providerNeeds[provider]
  const names = [...needs.flat(2), ...optional].map(({ name }) => name)
  const address = names.find((name) => name.endsWith('_URL') && settings[name] !== undefined)
  const isUnreadable = error instanceof Error && /JSONParse|TypeValidation/.test(error.name)
  const what = isUnreadable
    ? 'gave an answer that cannot be read'
    : 'cannot be reached, or broke off its answer'
  return `${capital(title)} ${what}. ${address === undefined ? 'Try again later.' : `Check ${address}, or try again later.`}`
}

const keyNames = ({ settings, provider }: FailedCall): string => {
  const { needs, optional } = providerNeeds[provider]
  const names = [...needs.flat(2), ...optional]
    .map(({ name }) => name)
    .filter((name) => /KEY|TOKEN/.test(name))
  const set = names.filter((name) => settings[name] !== undefined)
  return (set.length > 0 ? set : names).join(' and ')
}

function withoutKeys(text: string, settings: ProviderSettings): string {
  const secrets = Object.entries(settings).flatMap(([name, value]) => (/KEY|TOKEN/.test(name) ? [value] : []))
  const masked = secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text)
  return masked.replaceAll(/\b(?:sk|pk|AIza|AKIA|ABSK)[\w*-]{6,}/g, '***')
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
