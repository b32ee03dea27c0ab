import type { ModelChoice } from '@threadwork/engine'

export type ProviderName = NonNullable<ModelChoice['provider']>

/** A variable of the environment that a provider reads. */
export interface ProviderVariable {
  readonly name: string
  readonly expected: string
  readonly example: string
}

/** A provider as people know it, and what it needs: of each list of alternatives all variables of one. */
export interface ProviderNeeds {
  readonly title: string
  readonly needs: readonly (readonly (readonly ProviderVariable[])[])[]
  /** What it reads beside. */
  readonly optional: readonly ProviderVariable[]
}

const variable = (name: string, expected: string, value: string): ProviderVariable => ({
  name,
  expected,
  example: `${name}=${value}`,
})

const address = (name: string, title: string): ProviderVariable =>
  variable(name, `an address in place of ${title}’s own`, 'https://proxy.example.com/v1')

/** What each provider reads of the environment: its own usual variables, so that a key that is there is found. */
export const providerNeeds: { readonly [Name in ProviderName]: ProviderNeeds } = {
  openai: {
    title: 'OpenAI',
    needs: [[[variable('OPENAI_API_KEY', 'the key of OpenAI', 'sk-…')]]],
    optional: [address('OPENAI_BASE_URL', 'OpenAI')],
  },
  'azure-openai': {
    title: 'Azure OpenAI',
    needs: [
      [[variable('AZURE_API_KEY', 'the key of Azure OpenAI', '0123abcd…')]],
      [
        [variable('AZURE_RESOURCE_NAME', 'the name of the Azure OpenAI resource', 'my-resource')],
        [address('AZURE_BASE_URL', 'the Azure OpenAI resource')],
      ],
    ],
    optional: [],
  },
  google: {
    title: 'Google',
    needs: [[[variable('GOOGLE_GENERATIVE_AI_API_KEY', 'the key of Google AI', 'AIza…')]]],
    optional: [address('GOOGLE_BASE_URL', 'Google')],
  },
  anthropic: {
    title: 'Anthropic',
    needs: [[[variable('ANTHROPIC_API_KEY', 'the key of Anthropic', 'sk-ant-…')]]],
    optional: [address('ANTHROPIC_BASE_URL', 'Anthropic')],
  },
  bedrock: {
    title: 'Amazon Bedrock',
    needs: [
      [[variable('AWS_REGION', 'the region of Amazon Bedrock', 'eu-central-1')]],
      [
        [variable('AWS_BEARER_TOKEN_BEDROCK', 'a key of Amazon Bedrock', 'ABSK…')],
        [
          variable('AWS_ACCESS_KEY_ID', 'the id of an access key of AWS', 'AKIA…'),
          variable('AWS_SECRET_ACCESS_KEY', 'the secret of that access key', '…'),
        ],
      ],
    ],
    optional: [
      variable('AWS_SESSION_TOKEN', 'the token of a session of AWS', '…'),
      address('AWS_ENDPOINT_URL', 'Amazon Bedrock'),
    ],
  },
  custom: {
    title: 'the compatible server',
    needs: [
      [
        [
          variable(
            'MODEL_URL',
            'the address of a server that speaks OpenAI’s protocol',
            'http://127.0.0.1:11434/v1',
          ),
        ],
      ],
    ],
    optional: [variable('MODEL_KEY', 'the key of that server', '…')],
  },
}

export const isProviderName = (text: string): text is ProviderName => Object.hasOwn(providerNeeds, text)
