import {
  type ProviderName,
  type ProviderVariable,
  isProviderName,
  providerNeeds,
} from './provider-variables.ts'

/** A model of a provider, or none at all. */
export type UsualModel =
  | { readonly type: 'scripted' }
  | { readonly type: 'provider'; readonly provider: ProviderName; readonly model: string }

/** The values of a provider's variables, by name. They are secrets. */
export type ProviderSettings = Readonly<Record<string, string>>

/** Which model answers where a node chooses none, and every provider that a node may choose. */
export interface ModelsConfig {
  readonly usual: UsualModel
  readonly providers: { readonly [Name in ProviderName]?: ProviderSettings }
}

type Environment = Readonly<Record<string, string | undefined>>

/** What `MODEL` says; `undefined` when it says nothing that is known. */
export function parseUsualModel(text: string): UsualModel | undefined {
  if (text === 'scripted') return { type: 'scripted' }
  const at = text.indexOf('/')
  const provider = text.slice(0, at)
  const model = text.slice(at + 1).trim()
  return at > 0 && isProviderName(provider) && model !== ''
    ? { type: 'provider', provider, model }
    : undefined
}

/** The settings of all providers whose variables are set. */
export function readProviders(env: Environment): ModelsConfig['providers'] {
  const names = Object.keys(providerNeeds).filter(isProviderName)
  const configured = names.filter((name) => missingOf(env, name).length === 0)
  return Object.fromEntries(configured.map((name) => [name, settingsOf(env, name)]))
}

/** A sentence for each variable that the usual model's provider lacks. */
export function judgeUsualModel(env: Environment, usual: UsualModel): readonly string[] {
  if (usual.type === 'scripted') return []
  return missingOf(env, usual.provider).map(
    ({ name, expected, example }) =>
      `${name} is not set. Expected: ${expected}, for MODEL=${usual.provider}/${usual.model}. Example: ${example}`,
  )
}

const valueOf = (env: Environment, name: string): string => env[name]?.trim() ?? ''

/** Of alternatives of which none is complete, the first one's. */
function missingOf(env: Environment, provider: ProviderName): readonly ProviderVariable[] {
  return providerNeeds[provider].needs.flatMap((alternatives) => {
    const lacks = alternatives.map((variables) => variables.filter(({ name }) => valueOf(env, name) === ''))
    return lacks.some((lack) => lack.length === 0) ? [] : (lacks[0] ?? [])
  })
}

function settingsOf(env: Environment, provider: ProviderName): ProviderSettings {
  const { needs, optional } = providerNeeds[provider]
  const variables = [...needs.flat(2), ...optional].map(({ name }) => name)
  return Object.fromEntries(
    variables.map((name) => [name, valueOf(env, name)]).filter(([, value]) => value !== ''),
  )
}
