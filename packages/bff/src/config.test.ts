import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { BffError } from './error.ts'

const oauth = {
  PUBLIC_ORIGIN: 'https://chat.example.com',
  UPSTREAM_URL: 'https://api.example.com/api/v1/genies/7/chat',
  MODE: 'oauth',
  OIDC_ISSUER: 'https://id.example.com',
  OIDC_CLIENT_ID: 'threadwork',
  OIDC_CLIENT_SECRET: 'from the provider'.replaceAll(' ', '-'),
  SESSION_STORE: 'memory:',
  SESSION_SECRET: 'a planted secret of 32 characters or more',
}
const apikey = {
  PUBLIC_ORIGIN: 'http://127.0.0.1:4300',
  UPSTREAM_URL: 'http://127.0.0.1:4301',
  MODE: 'apikey',
  API_KEY: 'wk-1',
  API_USER: 'ada@example.com',
}

const faultsOf = (env: Record<string, string | undefined>): string => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof BffError && error.code === 'config-invalid') return error.message
    throw error
  }
  return ''
}

test('reads a whole environment', () => {
  const config = readConfig({
    ...oauth,
    PORT: '0',
    LINK_ORIGINS: 'https://a.test, https://b.test/',
    IMAGE_ORIGINS: 'https://c.test',
    DRAIN_MS: '100',
    TRUSTED_PROXIES: '10.0.0.0/8, ::1',
    METRICS_PORT: '9464',
  })

  expect(config).toMatchObject({
    port: 0,
    trustedProxies: ['10.0.0.0/8', '::1'],
    metrics: { port: 9464, host: '127.0.0.1' },
    publicOrigin: 'https://chat.example.com',
    upstreamUrl: 'https://api.example.com/api/v1/genies/7/chat',
    linkOrigins: ['https://a.test', 'https://b.test'],
    imageOrigins: ['https://c.test'],
    auth: { mode: 'oauth', clientId: 'threadwork', sessionStore: 'memory:' },
    timings: { drain: 100 },
  })
})

test('reads the API-key mode, which needs no session', () => {
  expect(readConfig(apikey).auth).toMatchObject({
    mode: 'apikey',
    apiKey: 'wk-1',
    apiUser: 'ada@example.com',
  })
})

test.each([
  ...Object.keys(oauth).map((name) => [name, oauth] as const),
  ...Object.keys(apikey).map((name) => [name, apikey] as const),
])('names %s when it is not set, with an example', (name, env) => {
  const message = faultsOf({ ...oauth, ...env, [name]: undefined })

  expect(message).toContain(`${name} is not set: expected `)
  expect(message).toContain(`Example: ${name}=`)
})

test.each([
  ['PORT', '70000'],
  ['PUBLIC_ORIGIN', 'http://chat.example.com'],
  ['PUBLIC_ORIGIN', 'https://chat.example.com/app'],
  ['UPSTREAM_URL', 'api.example.com'],
  ['UPSTREAM_URL', 'https://user:pass@api.example.com'],
  ['MODE', 'open'],
  ['OIDC_ISSUER', 'http://id.example.com'],
  ['SESSION_STORE', 'postgres://x'],
  ['SESSION_SECRET', 'planted short secret'],
  ['LINK_ORIGINS', 'https://a.test/path'],
  ['IMAGE_ORIGINS', '*'],
  ['SESSION_TTL_MS', 'soon'],
  ['LOG_LEVEL', 'loud'],
])('names %s when it is %s, and prints no value', (name, value) => {
  const message = faultsOf({ ...oauth, [name]: value })

  expect(message).toContain(`${name} is wrong: expected `)
  expect(message).not.toContain('planted')
})

test('names all that is missing at once', () => {
  const message = faultsOf({})

  for (const name of ['PUBLIC_ORIGIN', 'UPSTREAM_URL', 'MODE', 'SESSION_SECRET'])
    expect(message).toContain(name)
})

test('names a proxy that is no address', () => {
  expect(faultsOf({ ...oauth, TRUSTED_PROXIES: 'proxy.internal' })).toContain(
    'TRUSTED_PROXIES is wrong: expected addresses or networks',
  )
})
