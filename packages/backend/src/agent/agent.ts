import { saveTurn } from '../chat/emit.ts'
import { isParked, settleTurn } from '../chat/settle-turn.ts'
import { endTurn, livingTurn } from '../chat/turns.ts'
import { teamOfConversation } from '../conversation.ts'
import type { BackendContext } from '../context.ts'
import { listensToTalk } from '../facts/dispatcher.ts'
import type { TurnRecord } from '../store/chat-records.ts'
import type { RunRecord } from '../store/run-records.ts'
import { emptyMemory } from './agent-memory.ts'
import type { Agent, Asked } from './agent-port.ts'
import { askModel } from './ask-model.ts'
import { toolName } from './callable-workflow.ts'
import { chooseScenario } from './choose-scenario.ts'
import { scenarioWorkflow } from './scenario-workflow.ts'
import { adoptRun, startRun } from './start-run.ts'

/**
 * The agent of a backend. A message first fires the triggers of the team's own workflows; what fires none is answered by
 * the model, which calls workflows as its tools, or, without one, by the scenario that the message names.
 */
export function createAgent(context: BackendContext): Agent {
  const asking = new Set<string>()
  // Several runs may end at once, and each says so: the model is asked once.
  const ask: Ask = (turnId) => {
    if (asking.has(turnId)) return
    asking.add(turnId)
    void askModel(context, turnId)
      .catch(context.reportDefect)
      .finally(() => asking.delete(turnId))
  }
  return {
    answer: (turnId, asked) => {
      const turn = livingTurn(context, turnId)
      if (!turn) return
      const teamId = teamOfConversation(context, turn.parent)
      if (!listensToTalk(context.listening.workflows(teamId))) {
        return answerPlainly(context, turnId, asked, ask)
      }
      void fire(context, turn, asked, ask).catch((error: unknown) => {
        context.reportDefect(error)
        answerPlainly(context, turnId, asked, ask)
      })
    },
    goOn: (turnId) => {
      const turn = livingTurn(context, turnId)
      if (!turn) return
      if (turn.isChoosing) return answerAgain(context, turn)
      if (hasBusyRun(context, turn)) return
      if (!context.model.isScripted && turn.wire !== null) return ask(turnId)
      endTurn(context, turnId)
    },
  }
}

type Ask = (turnId: string) => void

async function fire(context: BackendContext, turn: TurnRecord, asked: Asked, ask: Ask): Promise<void> {
  const { dispatcher, unit } = context.automation
  const teamId = teamOfConversation(context, turn.parent)
  const owner = { teamId, conversationId: turn.parent, userId: asked.userId }
  // The turn names its message: after a restart the same message starts the same runs.
  const runs = await dispatcher.onMessage(owner, asked.text, `turn:${turn.id}`)
  if (runs.length === 0) return answerPlainly(context, turn.id, asked, ask)
  unit.run(() => {
    for (const { id } of runs) adoptRun(context, turn.id, teamId, id)
    if (!context.model.isScripted) noteCalls(context, turn.id, runs)
    endChoice(context, turn.id)
  })
}

// So that the model can speak of what they did once they are over.
function noteCalls(context: BackendContext, turnId: string, runs: readonly RunRecord[]): void {
  const turn = livingTurn(context, turnId)
  if (!turn) return
  const calls = runs.map(({ id, run }) => ({
    call: { callId: id, name: toolName(run.workflow.name), input: {} },
    runId: id,
    refusal: null,
  }))
  const said = { role: 'assistant', text: '', toolCalls: calls.map(({ call }) => call) } as const
  saveTurn(context, { ...turn, agent: { ...emptyMemory, messages: [said], calls } })
}

function answerPlainly(context: BackendContext, turnId: string, { text, wire }: Asked, ask: Ask): void {
  const turn = livingTurn(context, turnId)
  if (!turn) return
  if (!context.model.isScripted) {
    saveTurn(context, { ...turn, isChoosing: false })
    return ask(turnId)
  }
  context.automation.unit.run(() => {
    startRun(context, turn, { workflow: scenarioWorkflow(chooseScenario(text, wire), context.pace), text })
    endChoice(context, turnId)
  })
}

/** What a turn tells has been chosen: from now on its runs decide when it is over. */
function endChoice(context: BackendContext, turnId: string): void {
  const turn = livingTurn(context, turnId)
  if (!turn) return
  saveTurn(context, { ...turn, isChoosing: false })
  settleTurn(context, turnId)
}

// The process died between the message and its answer.
function answerAgain(context: BackendContext, turn: TurnRecord): void {
  const message = context.store.list('messages', turn.parent).findLast(({ source }) => source === 'user')
  const userId = context.store.get('conversations', turn.parent)?.parent ?? ''
  if (!message || turn.wire === null) return endTurn(context, turn.id)
  context.agent.answer(turn.id, { userId, text: message.content, wire: turn.wire })
}

// A run that sleeps for long does not hold the answer up: what comes after it is told in a turn of its own.
const hasBusyRun = (context: BackendContext, turn: TurnRecord): boolean =>
  turn.runIds.some((id) => {
    const record = context.store.get('runs', id)
    return record !== null && !isParked(record.run, context.clock.now())
  })
