import { expect, test } from 'vitest'
import { readConfig } from './read-config.ts'

const least = { PORT: '4310', DATABASE_URL: 'memory:' }

test('needs a port and a database, and fills in the rest', () => {
  expect(readConfig(least)).toEqual({
    type: 'ok',
    config: {
      port: 4310,
      database: { type: 'memory' },
      profile: 'documented',
      pingMs: 30_000,
      retentionMs: 86_400_000,
      pace: 1,
      encryptionKey: null,
      olderEncryptionKeys: [],
      fetchAllow: [],
      models: { usual: { type: 'scripted' }, providers: {} },
      oidcIssuer: null,
      publicUrl: null,
    },
  })
})

test('reads everything that can be said', () => {
  const result = readConfig({
    PORT: '0',
    DATABASE_URL: 'sqlite:./data/tw.db',
    PROFILE: 'field',
    PING_MS: '500',
    RETENTION_MS: '1000',
    ENCRYPTION_KEY: 'ab'.repeat(32),
    ENCRYPTION_KEYS_OLDER: `${'cd'.repeat(32)}, ${'ef'.repeat(32)}`,
    FETCH_ALLOW: 'API.example.com, localhost:8080, [::1]:8080',
    MODEL: 'openai/gpt-5',
    OPENAI_API_KEY: 'hunter2',
    ANTHROPIC_API_KEY: 'hunter3',
    AWS_REGION: 'eu-central-1',
    OIDC_ISSUER: 'http://127.0.0.1:9000/',
    PUBLIC_URL: 'https://backend.example.com',
  })

  expect(result).toMatchObject({
    config: {
      port: 0,
      database: { type: 'sqlite', file: './data/tw.db' },
      profile: 'field',
      pingMs: 500,
      olderEncryptionKeys: [new Uint8Array(32).fill(0xcd), new Uint8Array(32).fill(0xef)],
      fetchAllow: ['api.example.com', 'localhost:8080', '[::1]:8080'],
      oidcIssuer: 'http://127.0.0.1:9000',
      models: {
        usual: { type: 'provider', provider: 'openai', model: 'gpt-5' },
        // A region alone configures nobody.
        providers: {
          openai: { OPENAI_API_KEY: 'hunter2' },
          anthropic: { ANTHROPIC_API_KEY: 'hunter3' },
        },
      },
    },
  })
})

test('names each variable that is unset, with what was expected and an example', () => {
  expect(readConfig({ PORT: ' ' })).toEqual({
    type: 'wrong',
    problems: [
      'PORT is not set. Expected: a port from 0 to 65535. Example: PORT=4310',
      'DATABASE_URL is not set. Expected: “memory:” or “sqlite:<file>”. Example: DATABASE_URL=sqlite:./threadwork.db',
    ],
  })
})

test.each([
  ['PORT', '70000', 'PORT is “70000”. Expected'],
  ['PORT', '1e3', 'PORT is “1e3”. Expected'],
  ['DATABASE_URL', 'sqlite:', 'DATABASE_URL is “sqlite:”. Expected'],
  ['DATABASE_URL', 'postgres://localhost/tw', 'PostgreSQL is not served yet. Expected'],
  ['PACE', '-1', 'PACE is “-1”. Expected: a number from 0 to 100'],
  ['PROFILE', 'wild', 'PROFILE is “wild”. Expected: “documented” or “field”'],
  ['PING_MS', '-1', 'PING_MS is “-1”. Expected'],
  ['RETENTION_MS', '1.5', 'RETENTION_MS is “1.5”. Expected'],
  ['ENCRYPTION_KEY', 'hunter2', 'ENCRYPTION_KEY cannot be read. Expected'],
  ['ENCRYPTION_KEYS_OLDER', `${'ab'.repeat(32)},hunter2`, 'ENCRYPTION_KEYS_OLDER cannot be read. Expected'],
  ['FETCH_ALLOW', 'http://x', 'FETCH_ALLOW is “http://x”. Expected'],
  [
    'MODEL',
    'openai:gpt',
    'MODEL is “openai:gpt”. Expected: “scripted”, or a provider (openai, azure-openai, google, anthropic, bedrock, custom) and a model of it. Example: MODEL=openai/gpt-5',
  ],
  ['OIDC_ISSUER', 'ftp://x', 'OIDC_ISSUER is “ftp://x”. Expected'],
  ['PUBLIC_URL', 'backend', 'PUBLIC_URL is “backend”. Expected'],
])('says what is wrong with %s=%s', (name, value, sentence) => {
  const result = readConfig({ ...least, [name]: value })

  expect(result.type === 'wrong' ? result.problems : []).toEqual([expect.stringContaining(sentence)])
  expect(JSON.stringify(result)).not.toContain('hunter2')
})

test.each([
  ['openai/gpt-5', ['OPENAI_API_KEY']],
  ['azure-openai/chat', ['AZURE_API_KEY', 'AZURE_RESOURCE_NAME']],
  ['google/gemini', ['GOOGLE_GENERATIVE_AI_API_KEY']],
  ['anthropic/claude', ['ANTHROPIC_API_KEY']],
  ['bedrock/claude', ['AWS_REGION', 'AWS_BEARER_TOKEN_BEDROCK']],
  ['custom/llama', ['MODEL_URL']],
])('names the variables that MODEL=%s lacks', (model, names) => {
  const result = readConfig({ ...least, MODEL: model })

  expect(result.type === 'wrong' ? result.problems : []).toEqual(
    names.map((name) =>
      expect.stringMatching(`^${name} is not set\\. Expected: .*, for MODEL=${model}\\. Example: ${name}=`),
    ),
  )
})

test('takes an access key of AWS for a key of Bedrock', () => {
  const access = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' }

  expect(readConfig({ ...least, MODEL: 'bedrock/claude', ...access }).type).toBe('ok')
})
