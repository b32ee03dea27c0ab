import type { BackendClock } from '../clock.ts'
import type { SealedSecret, Sealer } from '../secrets/sealer.ts'
import type { Store } from '../store/store.ts'
import { createWebhookSecret } from './webhook-secret.ts'

/** The secrets with which workflows sign what they deliver and know what they are sent. */
export interface WebhookSecrets {
  /** `whsec_…`, made at its first use. A `SecretError` where the server has no key to seal it with. */
  secretOf(owner: { readonly teamId: string; readonly workflowId: string }): Promise<string>
}

/** Keeps a secret for each workflow, sealed. */
export function createWebhookSecrets(ports: {
  readonly store: Store
  readonly clock: BackendClock
  readonly sealer: Sealer
}): WebhookSecrets {
  const { store, clock, sealer } = ports
  return {
    secretOf: async ({ teamId, workflowId }) => {
      const id = `webhook-secret:${JSON.stringify([teamId, workflowId])}`
      const owner = { teamId, name: id }
      const kept = (): SealedSecret | undefined =>
        store.get('keys', id)?.answer['sealed'] as SealedSecret | undefined
      const known = kept()
      if (known) return sealer.open(known, owner)
      const sealed = await sealer.seal(createWebhookSecret(), owner)
      // Somebody else may have made it while this one was sealed.
      const first = kept() ?? sealed
      store.put('keys', { id, parent: workflowId, at: clock.now(), answer: { sealed: first } })
      return sealer.open(first, owner)
    },
  }
}
