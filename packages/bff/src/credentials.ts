import { readCookie, sessionCookie } from './cookie.ts'
import type { Inbound } from './inbound.ts'
import { type Problem, problems } from './problem.ts'
import type { TokenKeeper } from './refresh.ts'
import type { Session, Sessions } from './session.ts'
import type { ApiKeySettings } from './settings.ts'

export type AuthorizationHeaders = Readonly<Record<string, string>>

/** What a call may do, or why it may do nothing. */
export type Grant =
  | {
      readonly type: 'granted'
      readonly headers: AuthorizationHeaders
      /** Whose call it is, for rate limits and open streams. */
      readonly holder: string
      /** New headers after the upstream refused these; `null` where there are none to be had. */
      readonly renew: () => Promise<AuthorizationHeaders | null>
    }
  | { readonly type: 'refused'; readonly problem: Problem }

/** Decides with whose rights a call goes upstream. */
export interface Credentials {
  grant(inbound: Inbound): Promise<Grant>
  /** False when `holder` may no longer listen: its session has ended. */
  stands(holder: string): Promise<boolean>
}

const bearer = (session: Session): AuthorizationHeaders => ({
  authorization: `Bearer ${session.tokens.accessToken}`,
})

const signedOut: Grant = { type: 'refused', problem: problems.signedOut('Sign in to go on.') }

/** Each call carries the access token of the session that its cookie names. */
export const createSessionCredentials = (sessions: Sessions, keeper: TokenKeeper): Credentials => ({
  stands: async (holder) => (await sessions.reread(holder)) !== null,
  grant: async (inbound) => {
    const found = await sessions.find(readCookie(inbound.header('cookie'), sessionCookie))
    const session = found && (await keeper.fresh(found))
    if (!session) return signedOut
    return {
      type: 'granted',
      headers: bearer(session),
      holder: session.key,
      renew: async () => {
        const renewed = await keeper.renewed(session)
        return renewed && bearer(renewed)
      },
    }
  },
})

/** Each call carries the one key, and the user that the host or the configuration names. */
export const createApiKeyCredentials = (settings: ApiKeySettings): Credentials => ({
  stands: async () => true,
  grant: async (inbound) => {
    const user = (await settings.identify?.(inbound)) ?? settings.apiUser
    if (user === null || !/^[\x21-\x7e]{1,256}$/.test(user)) return signedOut
    return {
      type: 'granted',
      headers: { authorization: `Bearer ${settings.apiKey}`, 'x-idp-user-id': user },
      holder: user,
      renew: async () => null,
    }
  },
})
