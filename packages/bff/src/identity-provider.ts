import * as client from 'openid-client'
import { randomId } from './identifier.ts'
import { problems, ProblemError } from './problem.ts'
import type { Tokens, User } from './session.ts'
import type { OAuthSettings } from './settings.ts'

/** What a sign-in under way must find again: sealed into the pre-login cookie. */
export interface PendingSignIn {
  readonly id: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export type RefreshOutcome =
  | { readonly type: 'refreshed'; readonly tokens: Tokens }
  /** The grant is over: the person signs in again. */
  | { readonly type: 'revoked' }

/** The OpenID provider, as this BFF uses it. Found on first use, so a BFF starts without it. */
export interface IdentityProvider {
  begin(): Promise<{ readonly url: URL; readonly pending: PendingSignIn }>
  /** Exchanges the code; checks state, nonce, issuer, signature and PKCE. Throws what does not fit. */
  complete(callback: URL, pending: PendingSignIn): Promise<{ readonly user: User; readonly tokens: Tokens }>
  refresh(tokens: Tokens): Promise<RefreshOutcome>
  /** Tells the provider that the grant is over, as well as it can. */
  revoke(tokens: Tokens): Promise<void>
}

/** Shorter than the refresh lock's life: a lock must outlive the call that it guards. */
const callSeconds = 10
const defaultLifeSeconds = 300

const tokensOf = (
  answer: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers,
  earlier: Tokens | null,
): Tokens => ({
  accessToken: answer.access_token,
  accessIssuedAt: Date.now(),
  accessExpiresAt: Date.now() + (answer.expiresIn() ?? defaultLifeSeconds) * 1_000,
  // A provider that does not rotate leaves the refresh token out of its later answers.
  refreshToken: answer.refresh_token ?? earlier?.refreshToken ?? null,
})

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const userOf = (id: string, claims: Readonly<Record<string, unknown>>): User => ({
  id,
  name: text(claims['name']) ?? text(claims['preferred_username']) ?? text(claims['email']) ?? id,
  email: text(claims['email']),
})

const isGrantOver = (error: unknown): boolean =>
  error instanceof client.ResponseBodyError &&
  (error.error === 'invalid_grant' || error.error === 'invalid_token')

/** Speaks to one provider as one client, whose redirect address is `redirectUri`. */
export const createIdentityProvider = (settings: OAuthSettings, redirectUri: string): IdentityProvider => {
  let found: Promise<client.Configuration> | null = null

  const discover = async (): Promise<client.Configuration> => {
    const issuer = new URL(settings.issuer)
    const authentication =
      settings.clientSecret === null ? client.None() : client.ClientSecretBasic(settings.clientSecret)
    // The configuration allows plain http on a loopback address only.
    const insecure = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []
    // Not only what TLS vouches for: an ID token is believed for its signature.
    const execute = [...insecure, client.enableNonRepudiationChecks]
    return client.discovery(issuer, settings.clientId, undefined, authentication, {
      execute,
      timeout: callSeconds,
    })
  }
  const provider = async (): Promise<client.Configuration> => {
    try {
      return await (found ??= discover())
    } catch (cause) {
      found = null
      throw new ProblemError(problems.signInUnreachable('Wait a moment and sign in again.'), { cause })
    }
  }
  const describe = async (
    configuration: client.Configuration,
    tokens: Tokens,
    claims: client.IDToken,
  ): Promise<User> => {
    const known = userOf(claims.sub, claims)
    if (known.name !== known.id || !configuration.serverMetadata().userinfo_endpoint) return known
    // A name is a courtesy: an access token for another audience may not ask for it.
    const info = await client.fetchUserInfo(configuration, tokens.accessToken, claims.sub).catch(() => null)
    return info ? userOf(claims.sub, { ...info }) : known
  }

  return {
    begin: async () => {
      const configuration = await provider()
      const pending = {
        id: randomId(),
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const scope = settings.scope ?? 'openid profile email offline_access'
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
        // OpenID Connect Core, section 11: without it a provider ignores offline_access.
        ...(scope.split(' ').includes('offline_access') ? { prompt: 'consent' } : {}),
        ...(settings.resource ? { resource: settings.resource } : {}),
      })
      return { url, pending }
    },
    complete: async (callback, pending) => {
      const configuration = await provider()
      const answer = await client.authorizationCodeGrant(configuration, callback, {
        pkceCodeVerifier: pending.verifier,
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        idTokenExpected: true,
      })
      const claims = answer.claims()
      if (!claims) throw new ProblemError(problems.signInFailed('The provider did not say who signed in.'))
      const tokens = tokensOf(answer, null)
      return { user: await describe(configuration, tokens, claims), tokens }
    },
    refresh: async (tokens) => {
      if (tokens.refreshToken === null) return { type: 'revoked' }
      const configuration = await provider()
      try {
        const answer = await client.refreshTokenGrant(configuration, tokens.refreshToken)
        return { type: 'refreshed', tokens: tokensOf(answer, tokens) }
      } catch (cause) {
        if (isGrantOver(cause)) return { type: 'revoked' }
        throw new ProblemError(problems.signInUnreachable('Wait a moment and try again.'), { cause })
      }
    },
    revoke: async (tokens) => {
      const configuration = await provider()
      if (!configuration.serverMetadata().revocation_endpoint) return
      await client.tokenRevocation(configuration, tokens.refreshToken ?? tokens.accessToken)
    },
  }
}
