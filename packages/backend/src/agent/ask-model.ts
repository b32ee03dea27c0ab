import type { JsonObject, ModelChoice, Run } from '@threadwork/engine'
import { saveTurn, speak } from '../chat/emit.ts'
import { endTurn, livingTurn } from '../chat/turns.ts'
import type { BackendContext } from '../context.ts'
import type { ModelAnswer, ModelMessage, ToolCall } from '../models/model.ts'
import type { TurnRecord } from '../store/chat-records.ts'
import type { AgentMemory } from './agent-memory.ts'
import { agentTools } from './agent-tools.ts'
import type { CallableWorkflow } from './callable-workflow.ts'
import { startRun } from './start-run.ts'

const mostRounds = 8
const emptyMemory: AgentMemory = { messages: [], calls: [], rounds: 0 }
const hostsChoice: ModelChoice = { provider: null, model: null, temperature: null, maxTokens: null }

const instructions = [
  'You are the assistant of a company, in a chat with one person. Use the tools to look things up and to act: they are the only way in which anything happens.',
  'The person sees each tool as a card, and approves, connects accounts or fills in forms there by themself: never ask for the same in words, and never claim that something was done which no tool told you.',
  'Answer briefly, in the language of the person, as markdown.',
].join('\n')

/** Asks the model what comes next in a turn, and does it: says its text, starts the workflows that it calls, or ends the turn. */
export async function askModel(context: BackendContext, turnId: string): Promise<void> {
  const turn = livingTurn(context, turnId)
  if (!turn) return
  const memory = withOutcomes(context, turn.agent ?? emptyMemory)
  const tools = agentTools(context, turn.parent)
  saveTurn(context, { ...turn, agent: memory, status: 'running', waiting: null, runIds: [] })
  try {
    const answer = await context.model.generate({
      purpose: 'agent',
      choice: hostsChoice,
      system: instructions,
      messages: [...transcriptOf(context, turn), ...memory.messages],
      // The last round has to end in words.
      tools: memory.rounds + 1 < mostRounds ? tools : [],
      outputSchema: null,
      signal: context.closing,
    })
    act(context, turnId, memory, answer, tools)
  } catch (error) {
    if (!context.closing.aborted) giveUp(context, turnId, error)
  }
}

function act(
  context: BackendContext,
  turnId: string,
  memory: AgentMemory,
  answer: ModelAnswer,
  tools: readonly CallableWorkflow[],
): void {
  const turn = livingTurn(context, turnId)
  if (!turn) return
  const spoken = answer.text.trim() === '' ? turn : speak(context, turn, answer.text)
  if (answer.toolCalls.length === 0) return endTurn(context, turnId)
  const said: ModelMessage = { role: 'assistant', text: answer.text, toolCalls: answer.toolCalls }
  const rounds = memory.rounds + 1
  const begun = { messages: [...memory.messages, said], rounds }
  saveTurn(context, { ...spoken, agent: { ...begun, calls: [] } })
  const calls = answer.toolCalls.map((call) => ({ call, runId: startCall(context, turnId, call, tools) }))
  const current = livingTurn(context, turnId)
  if (!current) return
  saveTurn(context, { ...current, agent: { ...begun, calls } })
  // Runs that are over at once have been judged before they were noted here.
  context.after(0, () => context.agent.goOn(turnId))
}

function startCall(
  context: BackendContext,
  turnId: string,
  { name, input }: ToolCall,
  tools: readonly CallableWorkflow[],
): string | null {
  const turn = livingTurn(context, turnId)
  const tool = tools.find((each) => each.name === name)
  if (!turn || !tool) return null
  return startRun(context, turn, { workflow: tool.workflow, text: tool.name, variables: input })
}

function withOutcomes(context: BackendContext, memory: AgentMemory): AgentMemory {
  const outcomes = memory.calls.map(({ call, runId }): ModelMessage => {
    const run = runId === null ? null : (context.store.get('runs', runId)?.run ?? null)
    return { role: 'tool', callId: call.callId, name: call.name, output: run ? outcomeOf(run) : noSuchTool }
  })
  return { ...memory, messages: [...memory.messages, ...outcomes], calls: [] }
}

const noSuchTool: JsonObject = { status: 'failed', error: 'There is no tool of this name.' }

// What a run set and what its steps made, as far as a model can use it.
function outcomeOf({ status, error, variables, steps }: Run): JsonObject {
  const outputs = steps.flatMap(({ nodeId, output }) => (output === null ? [] : [[nodeId, output] as const]))
  return { status, ...(error === null ? {} : { error }), variables, outputs: Object.fromEntries(outputs) }
}

const transcriptOf = (context: BackendContext, turn: TurnRecord): readonly ModelMessage[] =>
  context.store
    .list('messages', turn.parent)
    .filter((message) => message.runId !== turn.id)
    .map((message) =>
      message.source === 'user'
        ? { role: 'user', text: message.content }
        : { role: 'assistant', text: message.content, toolCalls: [] },
    )

function giveUp(context: BackendContext, turnId: string, error: unknown): void {
  context.reportDefect(error)
  const turn = livingTurn(context, turnId)
  if (!turn) return
  const reason = error instanceof Error ? error.message : 'The model did not answer.'
  speak(context, turn, `I cannot answer now. ${reason}`)
  endTurn(context, turnId)
}
