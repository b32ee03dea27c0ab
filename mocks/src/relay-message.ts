import type { HubPeer } from '@threadwork/backend'

type Data = Parameters<HubPeer['send']>[0]

/** What tabs say to each other. `id` names one request or one socket, for its whole life. */
export type RelayMessage =
  /** From a tab that follows to the one that leads. */
  | {
      readonly type: 'request'
      readonly id: string
      readonly url: string
      readonly method: string
      readonly headers: readonly (readonly [string, string])[]
      readonly body: ArrayBuffer | null
    }
  | { readonly type: 'abort'; readonly id: string }
  | { readonly type: 'connect'; readonly id: string; readonly url: string }
  | { readonly type: 'frame'; readonly id: string; readonly data: string | ArrayBuffer }
  | { readonly type: 'disconnect'; readonly id: string }
  | { readonly type: 'skip'; readonly ms: number }
  /** From the tab that leads. */
  | {
      readonly type: 'head'
      readonly id: string
      readonly status: number
      readonly headers: readonly (readonly [string, string])[]
    }
  | { readonly type: 'chunk'; readonly id: string; readonly bytes: Uint8Array }
  | { readonly type: 'end'; readonly id: string; readonly isBroken: boolean }
  | { readonly type: 'pushed'; readonly id: string; readonly data: Data }
  | { readonly type: 'closed'; readonly id: string; readonly code: number; readonly reason: string }
  /** A tab leads from now on: what its predecessor was asked and has not answered is asked again, or lost. */
  | { readonly type: 'leading' }
