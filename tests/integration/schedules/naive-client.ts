import type { Fact } from '@threadwork/core'

/**
 * What a sample loop makes of the same facts: cards by the name of their skill, messages as they come, everything in
 * the order of arrival. The control of this test: it must fail.
 */
export const naiveRows = (arrived: readonly Fact[]): readonly string[] => {
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
  }
  return [...rows.values()]
}
