import type { Action, RunInput } from '@threadwork/engine'
import type { PerformContext, Performed } from '../perform/perform.ts'
import type { Mask } from '../secrets/mask.ts'
import type { EffectAnswer, RunRecord } from '../store/run-records.ts'
import type { WorldEffect } from './journal.ts'
import type { LocalAction, LocalPerformers, RunnerPorts, WorldPerformers } from './run-ports.ts'

const defect =
  'This step could not be finished because of a defect of the server. Retry it; if it stays, tell whoever runs the server.'

/** Sends an effect and gives its answer, fit to be kept. It never throws. */
export async function performEffect(
  ports: Pick<RunnerPorts, 'performers' | 'chooseEdge' | 'maskOf' | 'reportDefect'>,
  record: RunRecord,
  effect: WorldEffect,
  signal: AbortSignal,
): Promise<EffectAnswer> {
  const context = contextOf(record, effect, signal)
  try {
    const answer =
      effect.type === 'choose-edge'
        ? await ports.chooseEdge(effect, context)
        : await performWorld(ports.performers, effect.action, context)
    return maskAnswer(await ports.maskOf(record.teamId), answer)
  } catch (error) {
    // What was aborted may throw as it likes; nobody waits for it.
    if (!signal.aborted) ports.reportDefect(error)
    return { type: 'failed', error: defect }
  }
}

/** Performs a local action; what it throws is a defect. */
export function performLocal(
  performers: LocalPerformers,
  action: Extract<Action, { readonly type: LocalAction }>,
  record: RunRecord,
): Performed {
  switch (action.type) {
    case 'conversation':
      return performers.conversation(action, record)
    case 'end-conversation':
      return performers['end-conversation'](action, record)
    case 'run-fetch':
      return performers['run-fetch'](action, record)
  }
}

/** Whether an action is performed inside the transaction that asks for it. */
export const isLocal = (action: Action): action is Extract<Action, { readonly type: LocalAction }> =>
  action.type === 'conversation' || action.type === 'end-conversation' || action.type === 'run-fetch'

/** What an answer is to the run; `null` when nobody waits for it. */
export function inputOf(effect: WorldEffect, answer: EffectAnswer): RunInput | null {
  const { stepId, attempt } = effect
  switch (answer.type) {
    case 'succeeded':
      return { type: 'step-succeeded', stepId, attempt, output: answer.output }
    case 'failed':
      return { type: 'step-failed', stepId, attempt, error: answer.error }
    case 'chosen':
      return { type: 'edge-chosen', stepId, attempt, edgeId: answer.edgeId }
    case 'dropped':
      return null
  }
}

function maskAnswer(mask: Mask, answer: EffectAnswer): EffectAnswer {
  switch (answer.type) {
    case 'succeeded':
      return { type: 'succeeded', output: mask.json(answer.output) }
    case 'failed':
      return { type: 'failed', error: mask.text(answer.error) }
    case 'chosen':
    case 'dropped':
      return answer
  }
}

const contextOf = (record: RunRecord, effect: WorldEffect, signal: AbortSignal): PerformContext => ({
  teamId: record.teamId,
  runId: record.id,
  workflowId: record.parent,
  stepId: effect.stepId,
  conversationId: record.conversationId,
  mode: record.run.mode,
  key: effect.key,
  signal,
})

function performWorld(
  performers: WorldPerformers,
  action: Action,
  context: PerformContext,
): Promise<Performed> {
  switch (action.type) {
    case 'llm':
      return performers.llm(action, context)
    case 'http':
      return performers.http(action, context)
    case 'webhook':
      return performers.webhook(action, context)
    case 'tool':
      return performers.tool(action, context)
    case 'skill':
      return performers.skill(action, context)
    case 'sms':
      return performers.sms(action, context)
    case 'escalate':
      return performers.escalate(action, context)
    case 'run-evaluate':
      return performers['run-evaluate'](action, context)
    case 'conversation':
    case 'end-conversation':
    case 'run-fetch':
      throw new Error(`The action ${action.type} is local and never reaches the journal.`)
  }
}
