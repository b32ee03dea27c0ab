import { createRun, judge, transition } from '@threadwork/engine'
import type { BackendClock } from './clock.ts'
import { createCodeRunner } from './code/create-code-runner.ts'
import type { BackendConfig } from './config.ts'
import { type Automation, createAutomation } from './facts/create-automation.ts'
import { type Scheduler, createScheduler } from './facts/scheduler.ts'
import { judgeEvent } from './facts/judge-event.ts'
import type { MakeId } from './ids.ts'
import { concurrencyLimits } from './library/concurrency.ts'
import { type ListeningWorkflows, listeningWorkflows } from './library/listening.ts'
import { createSecretShelf } from './library/secret-shelf.ts'
import type { SealingLibrary } from './library/variables.ts'
import { createIntentMatcher } from './models/create-intent-matcher.ts'
import type { Model } from './models/model.ts'
import { createScriptedModel } from './models/scripted/create-scripted-model.ts'
import { createFetchHttp } from './net/fetch-http.ts'
import { createWorld } from './perform/create-world.ts'
import type { WorldPerformers } from './runs/run-ports.ts'
import type { HookPorts } from './routes/hooks.ts'
import { tellRun } from './routes/management/views/run-view.ts'
import { createKeyring, generateKey } from './secrets/keyring.ts'
import { createSealer } from './secrets/sealer.ts'
import { type SecretVault, createSecretVault } from './secrets/secret-vault.ts'
import { type DevelopmentSms, createDevelopmentSms } from './sms/development-sms.ts'
import type { Store } from './store/store.ts'
import { type DeliveryLog, createDeliveryLog } from './webhooks/delivery-log.ts'
import { type ErrorRateWatch, createErrorRateWatch } from './webhooks/error-rate-hook.ts'
import { createWebhookSecrets } from './webhooks/sealed-secrets.ts'
import { verifyWebhook } from './webhooks/verify-webhook.ts'

/** What the workflows of a backend stand on. */
export interface AutomationBase {
  readonly store: Store
  readonly clock: BackendClock
  readonly random: () => number
  readonly makeId: MakeId
  readonly reportDefect: (error: unknown) => void
  /** Stands before what performs actions. */
  readonly perform: (performers: WorldPerformers) => WorldPerformers
}

/** Everything that runs workflows, and what their API shows of it. */
export interface AssembledAutomation {
  readonly automation: Automation
  readonly scheduler: Scheduler
  readonly listening: ListeningWorkflows
  readonly model: Model
  readonly library: SealingLibrary
  readonly vault: SecretVault
  readonly sms: DevelopmentSms
  readonly deliveries: DeliveryLog
  readonly errorRates: ErrorRateWatch
  readonly hooks: HookPorts
}

// The same id is the same run (its idempotency key is kept), so that a sender who did not hear us may ask again.
const everyId = { take: () => true }

const noCode = 'This server runs no code of tools. Run it on Node, or register the tool as another kind.'

const halfAnHour = 1_800_000

/** Puts together what runs workflows. Nothing runs before `automation.runner.resume` and `scheduler.wake`. */
export function assembleAutomation(config: BackendConfig, base: AutomationBase): AssembledAutomation {
  const { store, clock, random, makeId, reportDefect } = base
  const sealer = config.sealer ?? createSealer(createKeyring(generateKey()))
  const library = { store, clock, makeId, sealer }
  const vault = createSecretVault(createSecretShelf(store), sealer)
  const listening = listeningWorkflows(library)
  const secrets = createWebhookSecrets({ store, clock, sealer })
  const sms = createDevelopmentSms({ store, clock, makeId })
  const deliveries = createDeliveryLog(store)
  const model = config.model ?? createScriptedModel(createIntentMatcher())
  const world = createWorld({
    library,
    clock,
    random,
    vault,
    sms,
    deliveries,
    secrets,
    http: config.http ?? createFetchHttp(),
    model,
    code: config.code ?? createCodeRunner({ javascript: noCode, python: noCode }),
    unit: () => automation.unit,
    facts: () => automation.facts,
    tellRun: (record) => tellRun(store, record),
  })
  const automation: Automation = createAutomation({
    ...base,
    kernel: { createRun, judge, transition },
    sessionIdleMs: config.sessionIdleMs ?? halfAnHour,
    tellRun: (record) => tellRun(store, record),
    listening,
    intents: createIntentMatcher(),
    judge: (sentence, event) => judgeEvent(world.chooseEdge, sentence, event),
    chooseEdge: world.chooseEdge,
    limitsOf: (teamId, workflowId) => concurrencyLimits(library, teamId, workflowId),
    maskOf: (teamId) => vault.mask(teamId),
    performers: () => base.perform(world.performers),
  })
  const { runner, unit } = automation
  const errorRates = createErrorRateWatch({
    store,
    unit: () => unit,
    clock,
    deliver: world.performers.webhook,
    reportDefect,
  })
  runner.onKeep((told) => errorRates.hear(told))
  return {
    automation,
    errorRates,
    listening,
    model,
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
