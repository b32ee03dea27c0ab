import { OAuth2Server } from 'oauth2-mock-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createIdentityProvider, type IdentityProvider } from './identity-provider.ts'

const redirectUri = 'http://127.0.0.1:4300/auth/callback'
const server = new OAuth2Server()
let provider: IdentityProvider
let payload: Record<string, unknown> = {}

beforeAll(async () => {
  await server.issuer.keys.generate('RS256')
  await server.start(0, '127.0.0.1')
  server.issuer.url = `http://127.0.0.1:${server.address().port}`
  server.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
    Object.assign(token.payload, payload)
  })
})
afterAll(() => server.stop())
beforeEach(() => {
  payload = {}
  provider = createIdentityProvider(
    {
      mode: 'oauth',
      issuer: server.issuer.url ?? '',
      clientId: 'threadwork',
      clientSecret: 'secret',
      sessionStore: 'memory:',
      sessionSecret: 'x'.repeat(32),
    },
    redirectUri,
  )
})

/** Goes to the provider, which agrees at once, and returns the address that it sends the browser to. */
const begin = async () => {
  const { url, pending } = await provider.begin()
  const answer = await fetch(url, { redirect: 'manual' })
  return { pending, callback: new URL(answer.headers.get('location') ?? '') }
}

test('takes an answer that fits', async () => {
  const { pending, callback } = await begin()
  payload = { name: 'Ada Moreau' }

  const { user, tokens } = await provider.complete(callback, pending)

  expect(user.name).toBe('Ada Moreau')
  expect(tokens.refreshToken).not.toBeNull()
  expect(tokens.accessExpiresAt).toBeGreaterThan(tokens.accessIssuedAt)
})

test.each([
  ['another nonce', { nonce: 'of another sign-in' }],
  ['another issuer', { iss: 'https://evil.test' }],
  ['another audience', { aud: 'another client' }],
  ['a time that is over', { exp: 1 }],
])('refuses an identity with %s', async (_name, changed) => {
  const { pending, callback } = await begin()
  payload = changed

  await expect(provider.complete(callback, pending)).rejects.toThrow()
})

test('refuses a code that belongs to another verifier', async () => {
  const { pending, callback } = await begin()

  await expect(provider.complete(callback, { ...pending, verifier: 'v'.repeat(43) })).rejects.toThrow()
})

test('says that the grant is over when the provider says so, and not when it is away', async () => {
  const tokens = { accessToken: 'a', accessIssuedAt: 0, accessExpiresAt: 1, refreshToken: 'r' }
  server.service.once('beforeResponse', (answer: { statusCode: number; body: unknown }) => {
    Object.assign(answer, { statusCode: 400, body: { error: 'invalid_grant' } })
  })

  expect(await provider.refresh(tokens)).toEqual({ type: 'revoked' })

  server.service.once('beforeResponse', (answer: { statusCode: number; body: unknown }) => {
    Object.assign(answer, { statusCode: 503, body: {} })
  })
  await expect(provider.refresh(tokens)).rejects.toThrow('cannot be reached')
})

test('keeps a refresh token that the provider does not rotate', async () => {
  const tokens = { accessToken: 'a', accessIssuedAt: 0, accessExpiresAt: 1, refreshToken: 'kept' }
  server.service.once('beforeResponse', (answer: { body: Record<string, unknown> }) => {
    delete answer.body['refresh_token']
  })

  const outcome = await provider.refresh(tokens)

  expect(outcome).toMatchObject({ type: 'refreshed', tokens: { refreshToken: 'kept' } })
})
