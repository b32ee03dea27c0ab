import type { ConversationEvent, Fact } from '@threadwork/core'

/** What a client that knows nothing better makes of the same facts. The controls of these tests: each must fail. */
export type NaiveClient = (arrived: readonly Fact[]) => readonly string[]

/** Workflows as their events tell them, the last word first; no history is asked. */
const workflowRow = (events: readonly ConversationEvent[], workflowId: string): string => {
  const steps = new Map<string, string>()
  let status = 'running'
  for (const event of events) {
    if (event.type === 'workflow-ended' && event.workflowId === workflowId) status = 'completed'
    if (!('stepId' in event) || (event.workflowId !== null && event.workflowId !== workflowId)) continue
    const words = { 'form-required': 'awaiting-input', 'step-started': 'running' } as const
    steps.set(
      event.stepId,
      event.type === 'step-completed' || event.type === 'step-failed'
        ? event.type.slice('step-'.length)
        : words[event.type],
    )
    if (event.type === 'step-failed') status = 'halted'
  }
  return `workflow:${workflowId} ${status} ${[...steps].map((step) => step.join(' ')).join(', ')}`
}

const eventsIn = (arrived: readonly Fact[]): readonly ConversationEvent[] =>
  arrived.flatMap((fact) => (fact.type === 'event' ? [fact.event] : []))

/** Cards by the name of their skill, messages as they come, everything in the order of arrival. */
const byNameOnly: NaiveClient = (arrived) => {
  const rows = new Map<string, string>()
  for (const fact of arrived) {
    if (fact.type === 'history-message') {
      const { messageId, role, text } = fact.message
      rows.set(messageId, `${role} ${messageId}: ${text}`)
    }
    if (fact.type !== 'event') continue
    const { event } = fact
    if (event.type === 'message') rows.set(event.messageId, `agent ${event.messageId}: ${event.text}`)
    if (event.type === 'skill-running')
      rows.set(event.skillName, `${event.runId}/${event.skillName}#1 running`)
    if (event.type === 'skill-completed' || event.type === 'skill-failed')
      rows.set(event.skillName, `${event.runId}/${event.skillName}#1 ${event.type.slice('skill-'.length)}`)
    if (event.type === 'approval-required') rows.set(event.skillName, `call:${event.callId} awaiting null`)
    if (event.type === 'workflow-started')
      rows.set(event.workflowId, workflowRow(eventsIn(arrived), event.workflowId))
  }
  return [...rows.values()]
}

/** Each event and each message that comes is one more line. */
const withoutDedup: NaiveClient = (arrived) =>
  arrived.flatMap((fact) => {
    if (fact.type === 'history-message')
      return [`${fact.message.role} ${fact.message.messageId}: ${fact.message.text}`]
    if (fact.type !== 'event') return []
    const { event } = fact
    if (event.type === 'message') return [`agent ${event.messageId}: ${event.text}`]
    if (event.type === 'skill-completed' || event.type === 'skill-failed')
      return [`${event.runId}/${event.skillName}#1 ${event.type.slice('skill-'.length)}`]
    if (event.type === 'workflow-started') return [workflowRow(eventsIn(arrived), event.workflowId)]
    return []
  })

/** Only what the stream itself brings; nothing is read after a drop. */
const withoutRecovery: NaiveClient = (arrived) => byNameOnly(arrived.filter(({ type }) => type === 'event'))

export const naiveClients: Readonly<Record<string, NaiveClient>> = {
  'cards by name only': byNameOnly,
  'no de-dup': withoutDedup,
  'no recovery': withoutRecovery,
}
