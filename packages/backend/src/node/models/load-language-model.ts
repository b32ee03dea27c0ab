import type { LanguageModel } from 'ai'
import type { ProviderName } from './provider-variables.ts'
import type { ProviderSettings } from './read-models.ts'

export interface LanguageModelAddress {
  readonly provider: ProviderName
  readonly model: string
  readonly settings: ProviderSettings
}

type Load = (settings: ProviderSettings, model: string) => Promise<LanguageModel>

/** Loads the package of one provider, and of no other. Keys come from the settings alone, never from the environment. */
export const loadLanguageModel = ({
  provider,
  model,
  settings,
}: LanguageModelAddress): Promise<LanguageModel> => loaders[provider](settings, model)

const baseURL = (url: string | undefined): { baseURL?: string } => (url === undefined ? {} : { baseURL: url })

// Chat completions, not responses: what a compatible server and every model of the provider speaks.
const loaders: { readonly [Name in ProviderName]: Load } = {
  openai: async (settings, model) => {
    const { createOpenAI } = await import('@ai-sdk/openai')
    return createOpenAI({
      apiKey: settings['OPENAI_API_KEY'] ?? '',
      ...baseURL(settings['OPENAI_BASE_URL']),
    }).chat(model)
  },
  'azure-openai': async (settings, model) => {
    const { createAzure } = await import('@ai-sdk/azure')
    const resourceName = settings['AZURE_RESOURCE_NAME']
    return createAzure({
      apiKey: settings['AZURE_API_KEY'] ?? '',
      ...(resourceName === undefined ? baseURL(settings['AZURE_BASE_URL']) : { resourceName }),
    }).chat(model)
  },
  google: async (settings, model) => {
    const { createGoogle } = await import('@ai-sdk/google')
    return createGoogle({
      apiKey: settings['GOOGLE_GENERATIVE_AI_API_KEY'] ?? '',
      ...baseURL(settings['GOOGLE_BASE_URL']),
    })(model)
  },
  anthropic: async (settings, model) => {
    const { createAnthropic } = await import('@ai-sdk/anthropic')
    return createAnthropic({
      apiKey: settings['ANTHROPIC_API_KEY'] ?? '',
      ...baseURL(settings['ANTHROPIC_BASE_URL']),
    })(model)
  },
  bedrock: async (settings, model) => {
    const { createAmazonBedrock } = await import('@ai-sdk/amazon-bedrock')
    const key = settings['AWS_BEARER_TOKEN_BEDROCK']
    return createAmazonBedrock({
      region: settings['AWS_REGION'] ?? '',
      ...(key === undefined ? accessKeyOf(settings) : { apiKey: key }),
      ...baseURL(settings['AWS_ENDPOINT_URL']),
    })(model)
  },
  custom: async (settings, model) => {
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
    const key = settings['MODEL_KEY']
    return createOpenAICompatible({
      name: 'custom',
      baseURL: settings['MODEL_URL'] ?? '',
      ...(key === undefined ? {} : { apiKey: key }),
      includeUsage: true,
      supportsStructuredOutputs: true,
    })(model)
  },
}

const accessKeyOf = (settings: ProviderSettings): object => ({
  accessKeyId: settings['AWS_ACCESS_KEY_ID'] ?? '',
  secretAccessKey: settings['AWS_SECRET_ACCESS_KEY'] ?? '',
  sessionToken: settings['AWS_SESSION_TOKEN'],
})
