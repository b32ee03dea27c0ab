import type { JsonObject, Workflow } from '@threadwork/engine'
import { noteTelling } from '../chat/telling.ts'
import { saveTurn } from '../chat/emit.ts'
import { livingTurn } from '../chat/turns.ts'
import { teamOfConversation } from '../conversation.ts'
import type { BackendContext } from '../context.ts'
import type { TurnRecord } from '../store/chat-records.ts'

interface RunToStart {
  readonly workflow: Workflow
  /** What the person wrote. */
  readonly text: string
  readonly variables?: JsonObject
}

/** Starts a workflow that a turn tells, and gives the run's id. */
export function startRun(
  context: BackendContext,
  turn: TurnRecord,
  { workflow, text, variables = {} }: RunToStart,
): string {
  const teamId = teamOfConversation(context, turn.parent)
  const { globals, secretNames } = context.listening.globals(teamId)
  const { id } = context.automation.runner.start({
    teamId,
    workflow,
    mode: 'production',
    trigger: { turnId: turn.id, message: { text } },
    variables,
    globals,
    secretNames,
    conversationId: turn.parent,
    idempotencyKey: null,
  })
  adoptRun(context, turn.id, teamId, id)
  return id
}

/** Lets a turn tell a run that has begun. */
export function adoptRun(context: BackendContext, turnId: string, teamId: string, runId: string): void {
  const turn = livingTurn(context, turnId)
  if (!turn || turn.runIds.includes(runId)) return
  noteTelling(context, { id: runId, parent: turn.parent, turnId, teamId })
  saveTurn(context, { ...turn, runIds: [...turn.runIds, runId] })
}
