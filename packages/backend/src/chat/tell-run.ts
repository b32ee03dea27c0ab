import type { Json, RunEvent } from '@threadwork/engine'
import type { BackendContext } from '../context.ts'
import { formSecretsOf } from '../runs/form-secrets.ts'
import type { ToldRunEvent } from '../runs/runner.ts'
import type { TellingRecord, TurnRecord } from '../store/chat-records.ts'
import { saveTurn, speak } from './emit.ts'
import { judgedBy } from './judged-by.ts'
import { isShownStep } from './shown-step.ts'
import { settleTurn } from './settle-turn.ts'
import { tellCard } from './tell-card.ts'
import { tellSkill } from './tell-skill.ts'
import { tellQuestion } from './tell-question.ts'
import { type Telling, noteTelling } from './telling.ts'
import { livingTurn, openTurn } from './turns.ts'

/**
 * Tells the people in a conversation what one of its runs does, on both wires. It is called inside the transaction that
 * keeps the event, so that what was told and what happened cannot differ after a crash.
 */
export function tellRun(context: BackendContext, told: ToldRunEvent): void {
  const { conversationId, event, record } = told
  if (conversationId === null || context.store.get('conversations', conversationId) === null) return
  const turnId = turnFor(context, told, conversationId)
  if (turnId !== null) {
    const telling = { told, turnId, conversationId, isCard: isCard(context, told, turnId) }
    // What a person entered in a secret field is told to nobody, wherever a step put it.
    tell(context, telling, formSecretsOf(record.run).json(event as unknown as Json) as unknown as RunEvent)
    if (event.seq === record.run.seq) settleTurn(context, turnId)
  }
}

function tell(context: BackendContext, telling: Telling, event: RunEvent): void {
  switch (event.type) {
    case 'said': {
      const turn = livingTurn(context, telling.turnId)
      const { record, runId } = telling.told
      const { text, actions, stepId } = event
      const judge = judgedBy(context, record.run, stepId)
      if (turn) speak(context, turn, text, { actions, judgedBy: judge, saidBy: runId })
      return
    }
    case 'question-asked':
    case 'question-answered':
      return tellQuestion(context, telling, event)
    default:
      return telling.isCard ? tellCard(context, telling, event) : tellSkill(context, telling, event)
  }
}

// The turn that a run was begun in, else the one that goes on in the conversation; without one, a new one as soon as there
// is something to see.
function turnFor(context: BackendContext, told: ToldRunEvent, conversationId: string): string | null {
  const known = context.store.get('tellings', told.runId)
  if (known && livingTurn(context, known.turnId)) return known.turnId
  const meant = told.record.run.trigger['turnId']
  const begun = !known && typeof meant === 'string' ? livingTurn(context, meant) : null
  if (!begun && !isSeen(told, known)) return null
  const turn =
    begun ??
    newestLivingTurn(context, conversationId) ??
    openTurn(context, { parent: conversationId, wire: null, isHidden: false })
  const { id: turnId, runIds } = turn
  noteTelling(context, { id: told.runId, parent: conversationId, turnId, teamId: told.teamId })
  if (!runIds.includes(told.runId)) saveTurn(context, { ...turn, runIds: [...runIds, told.runId] })
  return turnId
}

function newestLivingTurn(context: BackendContext, conversationId: string): TurnRecord | null {
  const turnId = context.store.get('conversations', conversationId)?.turnId
  return turnId ? livingTurn(context, turnId) : null
}

function isSeen({ event, record }: ToldRunEvent, known: TellingRecord | null): boolean {
  switch (event.type) {
    case 'said':
    case 'question-asked':
      return true
    case 'step-started':
    case 'step-completed':
    case 'step-failed':
      return isShownStep(record.run, event.stepId)
    case 'workflow-completed':
    case 'workflow-failed':
    case 'workflow-cancelled':
      return known?.hasCard === true
    case 'workflow-started':
    case 'question-answered':
      return false
  }
}

// The hub has no words for skills, so whatever is asked over it is told on a card; so is what nobody's message began.
function isCard(context: BackendContext, told: ToldRunEvent, turnId: string): boolean {
  const wire = context.store.get('turns', turnId)?.wire
  return wire !== 'headless' || told.record.run.workflow.settings.presentation === 'card'
}
