import type { AuthLink, ConnectionItem } from '@threadwork/core'
import type { LinkVerdict } from '../policy/judge-link.ts'

/** What this page knows of the window that it opened. It never knows what a person did there. */
export type WindowState =
  | { readonly type: 'none' }
  /** Open and empty: it is led to the new link as soon as that comes. */
  | { readonly type: 'opening' }
  /** The browser let no window open. */
  | { readonly type: 'blocked' }
  /** `hasReturned`: it closed, or cannot be seen any more, and the person is back on this page. Proof of nothing. */
  | { readonly type: 'open'; readonly url: string; readonly hasReturned: boolean }

type TrustedLink = Extract<LinkVerdict, { readonly type: 'trusted' }>
type RefusedLink = Exclude<LinkVerdict, TrustedLink>

/** How a connection that waits for the person stands. */
export type ConnectionState =
  /** `isAgain`: a window was opened with an earlier link, which may not work any more. */
  | { readonly type: 'required'; readonly link: TrustedLink; readonly isAgain: boolean }
  | { readonly type: 'opening' }
  | { readonly type: 'blocked'; readonly link: TrustedLink }
  /** `hasExpired`: the link ended under the open window; what was done there in time still counts. */
  | {
      readonly type: 'waiting'
      readonly link: TrustedLink
      readonly hasReturned: boolean
      readonly hasExpired: boolean
    }
  | { readonly type: 'failed' }
  | { readonly type: 'expired' }
  | { readonly type: 'no-link' }
  | { readonly type: 'refused'; readonly verdict: RefusedLink }

/** What a connection's state follows from. */
export interface ConnectionSituation {
  readonly status: ConnectionItem['status']
  readonly link: AuthLink | null
  /** What the policy says of the link; `null` without one. */
  readonly verdict: LinkVerdict | null
  /** Milliseconds that the link is good for; `null` where nobody knows. */
  readonly life: number | null
  readonly window: WindowState
  /** The person has tried again since the attempt failed. */
  readonly isTriedAgain: boolean
}

const stateOfLink = (situation: ConnectionSituation, link: TrustedLink): ConnectionState => {
  const { window } = situation
  const hasExpired = situation.life === 0
  const isOfThisLink = window.type === 'open' && window.url === link.url
  if (isOfThisLink) return { type: 'waiting', link, hasReturned: window.hasReturned, hasExpired }
  if (hasExpired) return { type: 'expired' }
  if (window.type === 'blocked') return { type: 'blocked', link }
  return { type: 'required', link, isAgain: window.type === 'open' }
}

/** How a waiting connection stands: what the backend said of it, what its link is worth, and what was tried. */
export const connectionStateOf = (situation: ConnectionSituation): ConnectionState => {
  const { verdict, window } = situation
  if (window.type === 'opening') return { type: 'opening' }
  if (situation.status === 'failed' && !situation.isTriedAgain) return { type: 'failed' }
  if (verdict === null) return { type: 'no-link' }
  return verdict.type === 'trusted' ? stateOfLink(situation, verdict) : { type: 'refused', verdict }
}
