import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ModelChoice } from '@threadwork/engine'
import { afterEach, describe, expect, test } from 'vitest'
import type { ModelRequest } from '../../models/model.ts'
import { createModel } from './create-model.ts'
import { type OpenaiServer, startOpenaiServer } from './fixtures/openai-server.ts'
import { type ProviderName, isProviderName, providerNeeds } from './provider-variables.ts'
import { parseUsualModel, readProviders } from './read-models.ts'

const key = 'very-secret-0123456789'
let server: OpenaiServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

const noChoice: ModelChoice = { provider: null, model: null, temperature: null, maxTokens: null }
const ask = (part: Partial<ModelRequest> = {}): ModelRequest => ({
  purpose: 'agent',
  choice: noChoice,
  system: 'Be brief.',
  messages: [{ role: 'user', text: 'Where is order 7?' }],
  tools: [],
  outputSchema: null,
  signal: new AbortController().signal,
  ...part,
})

describe('which model', () => {
  test('is the script without a provider, and the node’s where that has a key', async () => {
    const started = await startOpenaiServer(({ body }) => ({
      type: 'text',
      text: `I am ${JSON.stringify(body['model'])}`,
    }))
    server = started
    const providers = readProviders({
      MODEL_URL: started.url,
      OPENAI_API_KEY: key,
      OPENAI_BASE_URL: started.url,
    })
    const scripted = createModel({ usual: { type: 'scripted' }, providers })
    const custom = createModel({
      usual: { type: 'provider', provider: 'custom', model: 'local-1' },
      providers,
    })
    const answer = async (model: typeof custom, choice: Partial<ModelChoice>) =>
      (await model.generate(ask({ choice: { ...noChoice, ...choice } }))).model

    expect([scripted.isScripted, custom.isScripted, custom.name]).toEqual([true, false, 'custom/local-1'])
    expect(await answer(scripted, {})).toBe('scripted')
    expect(await answer(scripted, { provider: 'anthropic', model: 'claude' })).toBe('scripted')
    expect(await answer(scripted, { provider: 'openai', model: 'gpt-x' })).toBe('openai/gpt-x')
    expect(await answer(custom, { model: 'local-2' })).toBe('custom/local-2')
    expect(await answer(custom, { provider: 'anthropic', model: 'claude' })).toBe('custom/local-1')
    await expect(answer(custom, { provider: 'openai' })).rejects.toMatchObject({ code: 'unset' })
    expect(started.requests.find(({ body }) => body['model'] === 'gpt-x')?.key).toBe(key)
  })

  const settings: Readonly<Record<ProviderName, (url: string) => Readonly<Record<string, string>>>> = {
    openai: (url) => ({ OPENAI_API_KEY: key, OPENAI_BASE_URL: url }),
    'azure-openai': (url) => ({ AZURE_API_KEY: key, AZURE_BASE_URL: url }),
    google: (url) => ({ GOOGLE_GENERATIVE_AI_API_KEY: key, GOOGLE_BASE_URL: url }),
    anthropic: (url) => ({ ANTHROPIC_API_KEY: key, ANTHROPIC_BASE_URL: url }),
    bedrock: (url) => ({ AWS_BEARER_TOKEN_BEDROCK: key, AWS_REGION: 'eu-central-1', AWS_ENDPOINT_URL: url }),
    custom: (url) => ({ MODEL_KEY: key, MODEL_URL: url }),
  }

  const others = Object.keys(providerNeeds)
    .filter(isProviderName)
    .filter((name) => name !== 'bedrock')
  test.each(others)('asks %s with its key, and says when it is refused', async (provider) => {
    const started = await startOpenaiServer(() => ({ type: 'error', status: 401, message: `no ${key}` }))
    server = started
    const providers = readProviders(settings[provider](started.url))
    const model = createModel({ usual: { type: 'provider', provider, model: 'some-model' }, providers })

    const error: unknown = await model.generate(ask()).catch((thrown: unknown) => thrown)

    expect(error).toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/refuses the key\. Set \w+_(?:KEY|BEDROCK) to one/),
    })
    expect(String(error)).not.toContain(key)
    expect(started.requests.map((request) => request.key)).toEqual([key])
  })

  // In a process of its own: the conditions of Vitest lead Node to modules of the AWS SDK that are for bundlers alone.
  test('asks bedrock with its key, and says when it is refused', async () => {
    const started = await startOpenaiServer(() => ({ type: 'error', status: 401, message: `no ${key}` }))
    server = started
    const script = fileURLToPath(new URL('./fixtures/ask-once.ts', import.meta.url))
    const env = { ...settings.bedrock(started.url), MODEL: 'bedrock/some-model' }

    const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=source', script], { env })

    expect(JSON.parse(stdout)).toEqual({
      code: 'refused',
      message:
        'Amazon Bedrock refuses the key. Set AWS_BEARER_TOKEN_BEDROCK to one that may use bedrock/some-model.',
    })
    expect(started.requests.map((request) => request.key)).toEqual([key])
  })

  test('is read from MODEL by its provider and name', () => {
    expect(parseUsualModel('scripted')).toEqual({ type: 'scripted' })
    expect(parseUsualModel('custom/meta/llama-4')).toEqual({
      type: 'provider',
      provider: 'custom',
      model: 'meta/llama-4',
    })
    expect(['openai', 'openai/', 'openai:gpt', 'nobody/x', '/x', ''].map(parseUsualModel)).toEqual(
      Array(6).fill(undefined),
    )
  })
})
