import type { Json } from '@threadwork/engine'
import type { BackendClock } from '../../clock.ts'
import type { SealingLibrary } from '../../library/variables.ts'
import type { Automation } from '../../facts/create-automation.ts'
import type { Runner } from '../../runs/runner.ts'
import type { SecretVault } from '../../secrets/secret-vault.ts'
import type { WebhookSecrets } from '../../webhooks/sealed-secrets.ts'

/** A message that the development provider kept instead of sending it. */
export interface KeptSms {
  readonly id: string
  /** When it was sent, in milliseconds since 1970. */
  readonly at: number
  readonly to: string
  readonly text: string
  readonly runId: string
}

/** A webhook that was delivered, or was tried to be. */
export interface KeptDelivery {
  readonly id: string
  readonly at: number
  readonly event: string
  readonly url: string
  readonly runId: string
  /** What the other side answered; `null` while it answered nothing. */
  readonly status: number | null
  readonly attempts: number
  readonly error: string | null
}

/** What was sent by a team's runs, newest first. */
export interface Sent<Item> {
  list(teamId: string): readonly Item[]
}

/** What the workflow API works with. */
export interface ManagementContext {
  readonly library: SealingLibrary
  readonly runner: Runner
  /** What is known of conversations and people, and what starts by it. */
  readonly automation: Pick<Automation, 'facts' | 'contacts' | 'dispatcher' | 'unit'>
  /** Hides a team's secrets in what leaves. */
  readonly vault: Pick<SecretVault, 'mask'>
  readonly webhookSecrets: WebhookSecrets
  readonly clock: BackendClock
  /** Milliseconds between the pings of a stream. */
  readonly pingMs: number
  readonly sms: Sent<KeptSms>
  readonly deliveries: Sent<KeptDelivery>
  /** The inbuilt tools, as the list of tools tells them. */
  readonly inbuiltTools: readonly {
    readonly name: string
    readonly description: string
    readonly inputSchema: Json
  }[]
}
