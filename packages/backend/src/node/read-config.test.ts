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
      encryptionKey: null,
      fetchAllow: [],
      model: 'scripted',
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
    FETCH_ALLOW: 'API.example.com, localhost:8080',
    MODEL: 'scripted',
    OIDC_ISSUER: 'http://127.0.0.1:9000/',
    PUBLIC_URL: 'https://backend.example.com',
  })

  expect(result).toMatchObject({
    config: {
      port: 0,
      database: { type: 'sqlite', file: './data/tw.db' },
      profile: 'field',
      pingMs: 500,
      fetchAllow: ['api.example.com', 'localhost:8080'],
      oidcIssuer: 'http://127.0.0.1:9000',
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
  ['PROFILE', 'wild', 'PROFILE is “wild”. Expected: “documented” or “field”'],
  ['PING_MS', '-1', 'PING_MS is “-1”. Expected'],
  ['RETENTION_MS', '1.5', 'RETENTION_MS is “1.5”. Expected'],
  ['ENCRYPTION_KEY', 'hunter2', 'ENCRYPTION_KEY cannot be read. Expected'],
  ['FETCH_ALLOW', 'http://x', 'FETCH_ALLOW is “http://x”. Expected'],
  [
    'MODEL',
    'openai:gpt',
    'the scripted agent is the only one. Expected: “scripted”. Example: MODEL=scripted',
  ],
  ['OIDC_ISSUER', 'ftp://x', 'OIDC_ISSUER is “ftp://x”. Expected'],
  ['PUBLIC_URL', 'backend', 'PUBLIC_URL is “backend”. Expected'],
])('says what is wrong with %s=%s', (name, value, sentence) => {
  const result = readConfig({ ...least, [name]: value })

  expect(result.type === 'wrong' ? result.problems : []).toEqual([expect.stringContaining(sentence)])
  expect(JSON.stringify(result)).not.toContain('hunter2')
})
