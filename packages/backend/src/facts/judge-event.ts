import type { ChooseEdge } from '../runs/run-ports.ts'
import type { FactsEvent } from './facts-event.ts'

/** Whether a sentence is true of the conversation that an event happened in. Where nobody can judge, it is thrown why. */
export async function judgeEvent(choose: ChooseEdge, sentence: string, event: FactsEvent): Promise<boolean> {
  const { teamId, conversationId } = event
  const asked = { stepId: 'trigger', attempt: 1, candidates: [{ edgeId: 'fires', condition: sentence }] }
  const choice = await choose(
    { type: 'choose-edge', key: `trigger:${conversationId}`, ...asked },
    {
      teamId,
      conversationId,
      runId: '',
      workflowId: '',
      stepId: 'trigger',
      mode: 'production',
      key: `trigger:${conversationId}`,
      signal: new AbortController().signal,
    },
  )
  if (choice.type === 'failed') throw new Error(`A trigger could not be judged. ${choice.error}`)
  return choice.edgeId !== null
}
