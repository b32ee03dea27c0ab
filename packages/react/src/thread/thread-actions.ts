import type { Session } from '@threadwork/core'

/** What rows may ask for. A `Session` fits; a host with plain items passes the parts that it can do. */
export type ThreadActions = Partial<
  Pick<
    Session,
    | 'decide'
    | 'submitForm'
    | 'retryStep'
    | 'skipConnection'
    | 'renewLink'
    | 'watchConnection'
    | 'retry'
    | 'readDraft'
    | 'writeDraft'
    | 'subscribeDrafts'
    | 'capabilities'
    | 'upload'
    | 'wake'
  >
> & {
  /** Takes a failed message off the page and gives its text back. */
  readonly discard?: Session['discard']
  /** Sends a message of the person: what a button under a message says. */
  readonly send?: (text: string) => unknown
}
