import type { ConversationEvent, DataPoint, Fact, WorkflowSnapshot } from '@threadwork/core'
import { signalr } from '@threadwork/signalr'
import type { ConformanceSubject } from '@threadwork/testing'
import { startChatServer } from '../signalr/chat-server.ts'

const conversation = 'conformance'

const pointOf = ({ key, label, type }: DataPoint) => ({ key, label, type })

/** A conversation event as the hub sends it: the method's name and the seed's fields. */
const callOf = (event: ConversationEvent): readonly [string, Readonly<Record<string, unknown>>] => {
  switch (event.type) {
    case 'workflow-started':
      return ['WorkflowStarted', { workflowId: event.workflowId, name: event.name }]
    case 'step-started':
      return ['WorkflowStepStarted', { stepId: event.stepId, message: event.message }]
    case 'form-required': {
      const { stepId, message, dataPoints } = event
      return ['WorkflowInterventionRequired', { stepId, message, dataPoints: dataPoints.map(pointOf) }]
    }
    case 'step-completed':
      return ['WorkflowStepCompleted', { stepId: event.stepId }]
    case 'step-failed':
      return ['WorkflowStepFailed', { stepId: event.stepId, error: event.error }]
    case 'workflow-ended':
      return ['WorkflowCompleted', { workflowId: event.workflowId }]
    case 'unknown':
      return [event.name, {}]
    default:
      throw new Error(`The hub has no event ${event.type}.`)
  }
}

const activeOf = ({ workflowId, name, status, currentStep, steps, form }: WorkflowSnapshot) => ({
  workflowId,
  name,
  status: status.replace('-', '_'),
  currentStep,
  steps: steps.map((step) => ({ ...step, status: step.status.replace('-', '_') })),
  ...(form === null ? {} : { pendingIntervention: { ...form, dataPoints: form.dataPoints.map(pointOf) } }),
})

const historyOf = (kept: readonly Fact[]) => {
  const snapshot = kept.findLast((fact) => fact.type === 'workflow-snapshot')?.snapshot ?? null
  const messages = kept.flatMap((fact) =>
    fact.type === 'history-message'
      ? [
          {
            messageId: fact.message.messageId,
            source: fact.message.role,
            content: fact.message.text,
            createdAt: new Date(fact.message.at).toISOString(),
          },
        ]
      : [],
  )
  return { messages, activeWorkflow: snapshot === null ? null : activeOf(snapshot) }
}

const until = async (isTrue: () => boolean): Promise<void> => {
  for (let waited = 0; waited < 1000 && !isTrue(); waited += 5)
    await new Promise((done) => setTimeout(done, 5))
}

/** A chat backend with a real hub over a real socket, whose every word a test says. */
export const createSignalrSubject = async (): Promise<ConformanceSubject> => {
  const kept: Fact[] = []
  const server = await startChatServer()
  let joins = 1
  server.answer('history', () => ({ status: 200, body: historyOf(kept) }))
  server.answer('messages', () => ({ status: 202, body: {} }))
  return {
    transport: signalr({ url: server.url, policy: () => 1 }),
    say: async (events) => {
      // What is sent before the conversation is joined is lost, as the wire has it.
      await until(() => server.joined.length >= joins)
      for (const event of events) server.push(conversation, ...callOf(event))
    },
    keep: (facts) => void kept.push(...facts),
    cut: async () => {
      await until(() => server.joined.length >= joins)
      joins = server.joined.length + 1
      server.drop()
    },
    commandCount: () => server.heard.filter(({ path }) => path === 'messages').length,
    close: () => server.close(),
  }
}
