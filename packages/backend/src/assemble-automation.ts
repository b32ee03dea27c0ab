import { createRun, judge, transition } from '@threadwork/engine'
import type { BackendClock } from './clock.ts'
import type { BackendConfig } from './config.ts'
import { type Automation, createAutomation } from './facts/create-automation.ts'
import { createEscalate } from './facts/escalate.ts'
import { type Scheduler, createScheduler } from './facts/scheduler.ts'
import type { MakeId } from './ids.ts'
import { concurrencyLimits } from './library/concurrency.ts'
import { listeningWorkflows } from './library/listening.ts'
import { createSecretShelf } from './library/secret-shelf.ts'
import type { SealingLibrary } from './library/variables.ts'
import { createIntentMatcher } from './models/create-intent-matcher.ts'
import { createFetchHttp } from './net/fetch-http.ts'
import { createHttpPerformer } from './net/http-performer.ts'
import type { HttpPort } from './net/http-port.ts'
import { createPerformers } from './perform/create-performers.ts'
import type { HookPorts } from './routes/hooks.ts'
import { tellRun } from './routes/management/views/run-view.ts'
import { createKeyring, generateKey } from './secrets/keyring.ts'
import { createSealer } from './secrets/sealer.ts'
import { type SecretVault, createSecretVault } from './secrets/secret-vault.ts'
import { type DevelopmentSms, createDevelopmentSms } from './sms/development-sms.ts'
import { createSmsPerformer } from './sms/sms-performer.ts'
import type { Store } from './store/store.ts'
import { type DeliveryLog, createMemoryDeliveryLog } from './webhooks/delivery-log.ts'
import { createWebhookSecrets } from './webhooks/sealed-secrets.ts'
import { verifyWebhook } from './webhooks/verify-webhook.ts'
import { createWebhookPerformer } from './webhooks/webhook-performer.ts'

/** What the workflows of a backend stand on. */
export interface AutomationBase {
  readonly store: Store
  readonly clock: BackendClock
  readonly random: () => number
  readonly makeId: MakeId
  readonly reportDefect: (error: unknown) => void
}

/** Everything that runs workflows, and what their API shows of it. */
export interface AssembledAutomation {
  readonly automation: Automation
  readonly scheduler: Scheduler
  readonly library: SealingLibrary
  readonly vault: SecretVault
  readonly sms: DevelopmentSms
  readonly deliveries: DeliveryLog
  readonly hooks: HookPorts
}

// The same id is the same run (its idempotency key is kept), so that a sender who did not hear us may ask again.
const everyId = { take: () => true }

const halfAnHour = 1_800_000

/** Puts together what runs workflows. Nothing runs before `automation.runner.resume` and `scheduler.wake`. */
export function assembleAutomation(config: BackendConfig, base: AutomationBase): AssembledAutomation {
  const { store, clock, random, makeId, reportDefect } = base
  const sealer = config.sealer ?? createSealer(createKeyring(generateKey()))
  const library = { store, clock, makeId, sealer }
  const vault = createSecretVault(createSecretShelf(store), sealer)
  const listening = listeningWorkflows(library)
  const secrets = createWebhookSecrets({ store, clock, sealer })
  const sms = createDevelopmentSms({ clock, makeId })
  const deliveries = createMemoryDeliveryLog()
  const http: HttpPort = config.http ?? createFetchHttp()
  const reach = { http, clock, random, vault }
  const automation = createAutomation({
    ...base,
    kernel: { createRun, judge, transition },
    sessionIdleMs: config.sessionIdleMs ?? halfAnHour,
    tellRun: (record) => tellRun(store, record),
    listening,
    intents: createIntentMatcher(),
    judge: () => Promise.resolve(false),
    chooseEdge: () => Promise.resolve({ type: 'chosen', edgeId: null }),
    limitsOf: (teamId, workflowId) => concurrencyLimits(library, teamId, workflowId),
    maskOf: (teamId) => vault.mask(teamId),
    performers: ({ unit, facts }) =>
      createPerformers({
        http: createHttpPerformer(reach),
        webhook: createWebhookPerformer({
          ...reach,
          log: deliveries,
          secretOf: (owner) => secrets.secretOf(owner),
        }),
        sms: createSmsPerformer({ providers: { development: sms }, usual: 'development' }),
        escalate: createEscalate({
          store,
          unit,
          clock,
          facts: () => facts,
          // Kept under /escalations, where those who take them look.
          deliver: () => Promise.resolve({ type: 'succeeded', output: {} }),
        }),
      }),
  })
  const { runner, unit } = automation
  return {
    automation,
    scheduler: createScheduler({ library, listening, runner, unit, clock, reportDefect }),
    library,
    vault,
    sms,
    deliveries,
    hooks: {
      library,
      listening,
      runner,
      secrets,
      clock,
      verify: (incoming) => verifyWebhook(incoming, everyId),
    },
  }
}
