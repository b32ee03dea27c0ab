import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Configuration, interactionPolicy, Provider } from 'oidc-provider'
import type { Keys } from './keys.ts'
import { findPerson, people } from './people.ts'
import { signInPage, signInStyle } from './sign-in-page.ts'
import type { SignInStore } from './sign-in-store.ts'

export const clientId = 'threadwork-development'

export interface DevelopmentSignInOptions {
  readonly port: number
  readonly keys: Keys
  readonly store: SignInStore
  /** The origin of the BFF that people come from and go back to. */
  readonly bffOrigin: string
  /** Seconds that an access token lives: short, so that refreshing is part of every longer session. */
  readonly accessSeconds: number
}

export interface DevelopmentSignIn {
  readonly issuer: string
  close(): Promise<void>
}

const scope = 'openid profile email offline_access'

/** Asks who it is every time: on a development machine people come to change places. */
const askAlways = (): Configuration['interactions'] => {
  const policy = interactionPolicy.base()
  const ask = new interactionPolicy.Check(
    'always_ask',
    'A development sign-in asks each time.',
    'login_required',
    (context) => !context.oidc.result?.login,
  )
  policy.get('login')?.checks.add(ask)
  return { policy, url: (_context, interaction) => `/choose/${interaction.uid}` }
}

const day = 86_400

const configuration = ({
  keys,
  store,
  bffOrigin,
  accessSeconds,
}: DevelopmentSignInOptions): Configuration => ({
  adapter: store.adapterFor,
  clients: [
    {
      client_id: clientId,
      client_secret: keys.clientSecret,
      redirect_uris: [`${bffOrigin}/auth/callback`],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    },
  ],
  cookies: { keys: [keys.cookieKey] },
  jwks: { keys: [keys.signingKey] },
  claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
  conformIdTokenClaims: false,
  features: {
    devInteractions: { enabled: false },
    revocation: {
      enabled: true,
      allowedPolicy: async (_context, client, token) => token.clientId === client.clientId,
    },
  },
  interactions: askAlways(),
  issueRefreshToken: async () => true,
  rotateRefreshToken: () => true,
  ttl: {
    AccessToken: accessSeconds,
    Grant: 14 * day,
    IdToken: 600,
    Interaction: 600,
    RefreshToken: 14 * day,
    Session: day,
  },
  findAccount: async (_context, id) => {
    const person = findPerson(id)
    if (!person) return undefined
    return {
      accountId: id,
      claims: async () => ({ sub: id, name: person.name, email: person.email }),
    }
  },
})

const pageHeaders = (bffOrigin: string): Record<string, string> => ({
  'cache-control': 'no-store',
  // Chromium applies form-action to the redirects that answer a form, and the last one leads to the BFF.
  'content-security-policy': `default-src 'none'; style-src 'self'; form-action 'self' ${bffOrigin}; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
})

const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > 1_024) break
  }
  return new URLSearchParams(text)
}

/** Shows the page, or takes the choice that was made on it. */
const choose = async (
  provider: Provider,
  bffOrigin: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const headers = pageHeaders(bffOrigin)
  const { uid } = await provider.interactionDetails(request, response)
  const person = request.method === 'POST' ? findPerson((await readForm(request)).get('person')) : null
  if (!person) {
    const page = signInPage(people, `/choose/${encodeURIComponent(uid)}`)
    response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' }).end(page)
    return
  }
  const grant = new provider.Grant({ accountId: person.id, clientId })
  grant.addOIDCScope(scope)
  const consent = { grantId: await grant.save() }
  await provider.interactionFinished(request, response, { login: { accountId: person.id }, consent })
}

const refuse = (response: ServerResponse, bffOrigin: string): void => {
  const text = `This sign-in is over. Go back to ${bffOrigin} and sign in again.\n`
  response
    .writeHead(400, { ...pageHeaders(bffOrigin), 'content-type': 'text/plain; charset=utf-8' })
    .end(text)
}

/** A real OpenID provider for one machine, whose people need no password. It listens on loopback only. */
export const startDevelopmentSignIn = async (
  options: DevelopmentSignInOptions,
): Promise<DevelopmentSignIn> => {
  const { bffOrigin } = options
  const server = createServer()
  server.listen(options.port, '127.0.0.1')
  await once(server, 'listening')
  // A listening TCP server has an address of this form.
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, configuration(options))
  const handle = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/sign-in.css') {
      response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(signInStyle)
    } else if (request.url?.startsWith('/choose/')) {
      choose(provider, bffOrigin, request, response).catch(() => refuse(response, bffOrigin))
    } else {
      void handle(request, response)
    }
  })
  return {
    issuer,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
