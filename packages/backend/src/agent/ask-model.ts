import type { ModelChoice } from '@threadwork/engine'
import { saveTurn, speak } from '../chat/emit.ts'
import { endTurn, livingTurn } from '../chat/turns.ts'
import { teamOfConversation } from '../conversation.ts'
import type { BackendContext } from '../context.ts'
import type { ModelAnswer, ModelMessage, ToolCall } from '../models/model.ts'
import { ModelError } from '../models/model-error.ts'
import { recentMessages } from '../models/recent-messages.ts'
import type { TurnRecord } from '../store/chat-records.ts'
import { type AgentMemory, type BegunCall, emptyMemory } from './agent-memory.ts'
import { agentTools } from './agent-tools.ts'
import { withOutcomes } from './call-outcome.ts'
import type { CallableWorkflow } from './callable-workflow.ts'
import { judgeCall } from './judge-call.ts'
import { startRun } from './start-run.ts'
import { transcriptOf } from './transcript.ts'

/** How often a model is asked in one turn: the last answer has to be words. */
export const mostRounds = 8
const hostsChoice: ModelChoice = { provider: null, model: null, temperature: null, maxTokens: null }

const instructions = [
  'You are the assistant of a company, in a chat with one person. Use the tools to look things up and to act: they are the only way in which anything happens.',
  'The person sees each tool as a card, and approves, connects accounts or fills in forms there by themself: never ask for the same in words, and never claim that something was done which no tool told you.',
  'What a tool says it has said to the person they have read already: do not repeat it.',
  'Answer briefly, in the language of the person, as markdown.',
].join('\n')

/** Asks the model what comes next in a turn, and does it: says its text, starts the workflows that it calls, or ends the turn. */
export async function askModel(context: BackendContext, turnId: string): Promise<void> {
  const begun = livingTurn(context, turnId)
  if (!begun) return
  const mask = await context.maskOf(teamOfConversation(context, begun.parent))
  const turn = livingTurn(context, turnId)
  if (!turn) return
  const memory = withOutcomes(context, turn.agent ?? emptyMemory, { conversationId: turn.parent, mask })
  const tools = agentTools(context, turn.parent)
  saveTurn(context, { ...turn, agent: memory, status: 'running', waiting: null, runIds: [] })
  try {
    const answer = await context.model.generate({
      purpose: 'agent',
      choice: hostsChoice,
      system: instructions,
      messages: recentMessages([...transcriptOf(context, turn), ...memory.messages]),
      tools,
      mustSpeak: memory.rounds + 1 >= mostRounds,
      outputSchema: null,
      signal: context.closing,
    })
    // One act: a process that dies in it asks again, and nothing is said or begun twice.
    context.automation.unit.run(() => act(context, turnId, { memory, answer, tools }))
  } catch (error) {
    if (!context.closing.aborted) giveUp(context, turnId, error)
  }
}

interface Answered {
  readonly memory: AgentMemory
  readonly answer: ModelAnswer
  readonly tools: readonly CallableWorkflow[]
}

function act(context: BackendContext, turnId: string, { memory, answer, tools }: Answered): void {
  const turn = livingTurn(context, turnId)
  if (!turn) return
  const rounds = memory.rounds + 1
  const toolCalls = rounds < mostRounds ? answer.toolCalls : []
  if (toolCalls.length === 0)
    return finish(context, turn, answer.text.trim() === '' ? tooManyRounds : answer.text)
  const spoken = answer.text.trim() === '' ? turn : speak(context, turn, answer.text, { saidBy: 'model' })
  const said: ModelMessage = { role: 'assistant', text: answer.text, toolCalls }
  const known = { ...memory, messages: [...memory.messages, said], rounds }
  saveTurn(context, { ...spoken, agent: known })
  const calls = toolCalls.map((call) => startCall(context, turnId, call, tools))
  const current = livingTurn(context, turnId)
  if (!current) return
  saveTurn(context, { ...current, agent: { ...known, calls } })
  // No run will end and say so.
  if (calls.every(({ runId }) => runId === null)) context.after(0, () => context.agent.goOn(turnId))
}

const tooManyRounds =
  'I could not finish this in as many steps as one answer may take. Tell me how to go on, or ask for less at once.'

function finish(context: BackendContext, turn: TurnRecord, text: string): void {
  const spoken = speak(context, turn, text, { saidBy: 'model' })
  const memory = spoken.agent ?? emptyMemory
  const said: ModelMessage = { role: 'assistant', text, toolCalls: [] }
  saveTurn(context, { ...spoken, agent: { ...memory, messages: [...memory.messages, said] } })
  endTurn(context, turn.id)
}

function startCall(
  context: BackendContext,
  turnId: string,
  call: ToolCall,
  tools: readonly CallableWorkflow[],
): BegunCall {
  const turn = livingTurn(context, turnId)
  const tool = tools.find((each) => each.name === call.name)
  if (!turn || !tool) return { call, runId: null, refusal: 'There is no tool of this name.' }
  const { secretNames } = context.listening.globals(teamOfConversation(context, turn.parent))
  const refusal = judgeCall(tool, call.input, secretNames)
  if (refusal !== null) return { call, runId: null, refusal }
  const runId = startRun(context, turn, {
    workflow: tool.workflow,
    text: lastSaid(context, turn),
    variables: call.input,
  })
  return { call, runId, refusal: null }
}

/** What the person wrote last, which the workflow reads as its message. */
const lastSaid = (context: BackendContext, turn: TurnRecord): string =>
  context.store.list('messages', turn.parent).findLast(({ source }) => source === 'user')?.content ?? ''

function giveUp(context: BackendContext, turnId: string, error: unknown): void {
  const isExpected = error instanceof ModelError
  if (!isExpected) context.reportDefect(error)
  const turn = livingTurn(context, turnId)
  if (!turn) return
  // What a defect says is for whoever runs the server.
  const reason = isExpected ? error.message : 'Something went wrong on our side. Send your message again.'
  context.automation.unit.run(() => finish(context, turn, `I cannot answer now. ${reason}`))
}
