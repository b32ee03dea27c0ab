import type { Clock } from './clock.ts'
import type { FormItem, Item } from './items.ts'
import type { IntentId } from './ids.ts'
import { createIntent, type Intent } from './outbox-intent.ts'
import type { DecisionDetails, Session } from './session-contract.ts'
import type { Command } from './transport.ts'

/** What the actions need of the session. */
export interface ActionPort {
  readonly clock: Clock
  readonly items: () => readonly Item[]
  readonly newestAt: () => number
  /** Puts an intent into the outbox; returns the id of the intent that stands for it. */
  readonly ask: (intent: Intent) => IntentId
}

/** The session's methods that ask something of the backend. */
export type Actions = Pick<
  Session,
  'send' | 'decide' | 'submitForm' | 'retryStep' | 'cancelWorkflow' | 'skipConnection'
>

const createId = (clock: Clock): IntentId => {
  const chance = (): string => Math.floor(clock.random() * 36 ** 6).toString(36)
  return `${Math.floor(clock.now()).toString(36)}-${chance()}${chance()}` as IntentId // the brand of a fresh id
}

const secretKeysOf = (form: FormItem | undefined): readonly string[] =>
  form?.dataPoints.filter((field) => field.isSecret).map(({ key }) => key) ?? []

/** Turns what a person does into intents. */
export const createActions = (port: ActionPort): Actions => {
  const ask = (command: Command, details: Parameters<typeof createIntent>[2] = {}): IntentId =>
    port.ask(createIntent(createId(port.clock), command, details))

  return {
    send: (text, attachments = []) =>
      ask(
        { type: 'send-message', text, ...(attachments.length > 0 ? { attachments } : {}) },
        { sentAfter: port.newestAt() },
      ),
    decide(callId, resolution, details = {}) {
      const asked = port.items().find((item) => item.kind === 'approval' && item.callId === callId)
      const scope = asked?.kind === 'approval' ? asked.scope : 'skill'
      const given: DecisionDetails = typeof details === 'string' ? { reason: details } : details
      const { reason, shown, parameters } = given
      return ask({
        type: 'decide',
        callId,
        scope,
        resolution,
        reason: reason ?? null,
        ...(shown === undefined ? {} : { shown }),
        ...(parameters === undefined ? {} : { parameters }),
      })
    },
    submitForm(workflowId, stepId, values) {
      const form = port
        .items()
        .filter((item) => item.kind === 'form')
        .find((item) => item.workflowId === workflowId && item.stepId === stepId)
      const details = { round: form?.round ?? 0, secretKeys: secretKeysOf(form) }
      return ask({ type: 'submit-form', workflowId, stepId, values }, details)
    },
    retryStep: (workflowId, stepId) => ask({ type: 'retry-step', workflowId, stepId }),
    cancelWorkflow: (workflowId) => ask({ type: 'cancel-workflow', workflowId }),
    skipConnection: (attemptId) => ask({ type: 'skip-connection', attemptId }),
  }
}
