import type { Question, RunEvent } from '@threadwork/engine'
import type { BackendContext } from '../context.ts'
import { announceApproval, recordApproval, settleApproval } from './approvals.ts'
import { announceLink, recordAttempt } from './connections.ts'
import { giveDecisions } from './give-decisions.ts'
import { formOf } from './question-form.ts'
import { besideStep, openCard, tell } from './tell-card.ts'
import type { Telling } from './telling.ts'
import { livingTurn } from './turns.ts'

type QuestionEvent = Extract<RunEvent, { readonly type: 'question-asked' | 'question-answered' }>

/**
 * Tells what a step asks of the person: a form, an approval, a connection, each in the wire's own words. The hub has words
 * for forms alone, so that the others are forms there.
 */
export function tellQuestion(context: BackendContext, telling: Telling, event: QuestionEvent): void {
  if (event.type === 'question-answered') return noteAnswer(context, telling, event)
  const { question } = event
  if (telling.isCard || question.type === 'form') openCard(context, telling)
  switch (question.type) {
    case 'form':
      tellForm(context, telling, event, question)
      break
    case 'approval':
      askForApproval(context, telling, event, question)
      break
    case 'connection':
      askForConnection(context, telling, event, question)
      break
  }
}

type Asked = Extract<RunEvent, { readonly type: 'question-asked' }>

function tellForm(
  context: BackendContext,
  telling: Telling,
  event: Asked,
  { message, dataPoints }: Extract<Question, { readonly type: 'form' }>,
): void {
  const { hub, stream } = besideStep(context, telling, event)
  tell(context, telling, {
    name: 'WorkflowInterventionRequired',
    hub: { ...hub, message, dataPoints },
    stream: { type: 'workflow.intervention_required', ...stream, message, data_points: dataPoints },
  })
}

function askForApproval(
  context: BackendContext,
  telling: Telling,
  event: Asked,
  question: Extract<Question, { readonly type: 'approval' }>,
): void {
  const { told, conversationId } = telling
  const { stepId } = event
  const approval = recordApproval(context, {
    conversationId,
    teamId: told.teamId,
    runId: told.runId,
    stepId,
    question,
  })
  const turn = livingTurn(context, telling.turnId)
  if (turn) announceApproval(context, turn, approval)
  if (telling.isCard) tellHubForm(context, telling, event)
}

function askForConnection(
  context: BackendContext,
  telling: Telling,
  event: Asked,
  { connector }: Extract<Question, { readonly type: 'connection' }>,
): void {
  const { told, conversationId } = telling
  const { stepId } = event
  const attempt = recordAttempt(context, {
    conversationId,
    teamId: told.teamId,
    runId: told.runId,
    stepId,
    connector,
  })
  const turn = livingTurn(context, telling.turnId)
  if (turn) announceLink(context, turn, attempt)
  if (telling.isCard) return tellHubForm(context, telling, event)
  context.logs.get(telling.turnId)?.park(context.clock.now())
}

function tellHubForm(context: BackendContext, telling: Telling, event: Asked): void {
  const { question, stepId } = event
  const form = formOf(context, { question, runId: telling.told.runId, stepId })
  const { hub } = besideStep(context, telling, event)
  tell(context, telling, { name: 'WorkflowInterventionRequired', hub: { ...hub, ...form }, stream: null })
}

function noteAnswer(
  context: BackendContext,
  { told }: Telling,
  { stepId, outcome }: Extract<QuestionEvent, { readonly type: 'question-answered' }>,
): void {
  if (outcome === 'approved' || outcome === 'rejected' || outcome === 'expired') {
    settleApproval(context, told.runId, stepId, outcome)
    // One that ran out may be the last that the others waited for.
    if (outcome === 'expired') context.after(0, () => giveDecisions(context, told.runId))
  }
}
