import {
  createIntent,
  createLedger,
  reduce,
  type Conversation,
  type Fact,
  type FormItem,
  type Intent,
  type Ledger,
  type Link,
  type MessageId,
} from '@threadwork/core'
import { firstLink, nextLink } from './scenario-link.ts'
import type { ScenarioStep } from './scenario-step.ts'

/** A conversation while a scenario is played: the facts, and what this client did. */
export interface ScenarioWorld {
  take(step: ScenarioStep): void
  readonly conversation: Conversation
  readonly link: Link
  readDraft(form: FormItem): string | null
}

type Send = Extract<ScenarioStep, { readonly type: 'send' }>

/** An empty conversation over a ledger of its own. */
export const createScenarioWorld = (): ScenarioWorld => {
  const ledger: Ledger = createLedger()
  const drafts = new Map<string, string>()
  const sends = new Map<MessageId, Send>()
  let intents: readonly Intent[] = []
  let link = firstLink

  const openForm = (isWanted: (form: FormItem) => boolean = () => true): FormItem | undefined =>
    reduce(ledger, intents).items.findLast(
      (item): item is FormItem => item.kind === 'form' && item.status === 'awaiting' && isWanted(item),
    )

  const acknowledge = (messageId: MessageId): void => {
    const send = sends.get(messageId)
    if (send === undefined || !ledger.messages.has(messageId)) return
    intents = intents.map((intent) =>
      intent.id === send.intentId ? { ...intent, messageId, status: 'sent' } : intent,
    )
  }

  const add = (fact: Fact): void => {
    ledger.add(fact)
    if (fact.type === 'history-message') acknowledge(fact.message.messageId)
  }

  const send = (step: Send): void => {
    const command = { type: 'send-message', text: '' } as const
    const intent = createIntent(step.intentId, command, {})
    intents = [...intents, { ...intent, status: 'sending', runId: step.runId }]
    if (step.messageId === null) return
    sends.set(step.messageId, step)
    acknowledge(step.messageId)
  }

  const submit = (step: Extract<ScenarioStep, { readonly type: 'submit' }>): void => {
    const form = openForm(({ stepId }) => stepId === step.stepId)
    if (form === undefined) return
    const values = Object.fromEntries(form.dataPoints.map(({ key }) => [key, drafts.get(form.key) ?? '']))
    const command = { type: 'submit-form', workflowId: form.workflowId, stepId: form.stepId, values } as const
    // An intent's id names it and nothing else; the number makes it the only one.
    const id = `${form.id}:${intents.length}` as Intent['id']
    intents = [...intents, { ...createIntent(id, command, { round: form.round }), status: 'sent' }]
  }

  const perform = (step: ScenarioStep): void => {
    switch (step.type) {
      case 'heard':
        return add(step.fact)
      case 'read':
        return step.facts.forEach(add)
      case 'send':
        return send(step)
      case 'submit':
        return submit(step)
      case 'type': {
        const form = openForm()
        if (form !== undefined) drafts.set(form.key, step.text)
        return
      }
      case 'signal':
    }
  }

  return {
    take: (step) => {
      perform(step)
      link = nextLink(link, step, reduce(ledger, intents).phase)
    },
    get conversation() {
      return reduce(ledger, intents)
    },
    get link() {
      return link.link
    },
    readDraft: (form) => drafts.get(form.key) ?? null,
  }
}
