import type { Action, Json } from '@threadwork/engine'
import type { Perform, PerformContext, Performed } from '../perform/perform.ts'
import { callTool } from '../tools/call-tool.ts'
import { describeTools } from '../tools/describe-tools.ts'
import type { LlmPorts } from './llm-ports.ts'
import type { ModelAnswer, ModelMessage, ModelTool, ToolCall } from './model.ts'
import { ModelError } from './model-error.ts'
import { recentMessages } from './recent-messages.ts'

type LlmAction = Extract<Action, { readonly type: 'llm' }>

/** How long a tool that a model calls may take. */
const toolTimeoutMs = 30_000

/**
 * Performs what a node asks of a model. It may call its tools in `maxTurns` turns; then it has to answer. Output: `{text, model,
 * isScripted}` where no schema asks for more.
 */
export function createLlmPerformer(ports: LlmPorts): Perform<'llm'> {
  return async (action, context) => {
    const { tools, unknown } = describeTools(ports.tools, context.teamId, action.tools)
    if (unknown.length > 0)
      return failed(`There is no tool “${unknown.join('”, “')}”. Register it, or take it from the node.`)
    try {
      const answer = await converse(ports, { action, context, tools })
      return { type: 'succeeded', output: outputOf(action, answer) }
    } catch (error) {
      if (error instanceof ModelError) return failed(error.message)
      throw error
    }
  }
}

const failed = (error: string): Performed => ({ type: 'failed', error })

function outputOf({ outputSchema }: LlmAction, { text, output, model, isScripted }: ModelAnswer): Json {
  return outputSchema === null ? { text, model, isScripted } : output
}

interface Talk {
  readonly action: LlmAction
  readonly context: PerformContext
  readonly tools: readonly ModelTool[]
}

async function converse(ports: LlmPorts, talk: Talk): Promise<ModelAnswer> {
  const { action, context, tools } = talk
  const messages: ModelMessage[] = [
    ...recentMessages(ports.transcriptOf(context.conversationId, context.teamId)),
  ]
  for (let turn = 0; ; turn += 1) {
    const answer = await ports.model.generate({
      purpose: action.use,
      choice: action.choice,
      system: action.system,
      messages,
      // After the last turn there is nothing left to call.
      tools: turn < action.maxTurns ? tools : [],
      outputSchema: action.outputSchema,
      signal: context.signal,
      ...(action.use === 'say' && ports.onText ? { onText: hear(ports, context) } : {}),
    })
    if (answer.toolCalls.length === 0) return answer
    if (turn >= action.maxTurns)
      throw new ModelError(
        'bad-answer',
        `${answer.model} still called tools after ${action.maxTurns} turns. Give the node more turns, or a clearer prompt.`,
      )
    messages.push({ role: 'assistant', text: answer.text, toolCalls: answer.toolCalls })
    messages.push(...(await callTools(ports, talk, answer.toolCalls, turn)))
  }
}

const hear =
  ({ onText }: LlmPorts, context: PerformContext) =>
  (delta: string): void =>
    onText?.(context, delta)

/** One after another, each under a key of its own: a retried step gives a tool the same keys again. */
async function callTools(
  ports: LlmPorts,
  { context, tools }: Talk,
  calls: readonly ToolCall[],
  turn: number,
): Promise<readonly ModelMessage[]> {
  const outputs: ModelMessage[] = []
  for (const [at, { callId, name, input }] of calls.entries()) {
    const isOffered = tools.some((tool) => tool.name === name)
    const performed = isOffered
      ? await callTool(
          ports.tools,
          { name, input, timeoutMs: toolTimeoutMs },
          { ...context, key: `${context.key}:${turn}.${at}` },
        )
      : failed(`There is no tool “${name}”.`)
    outputs.push({ role: 'tool', callId, name, output: toldOf(performed) })
  }
  return outputs
}

/** A failure is told to the model, which may try otherwise. */
const toldOf = (performed: Performed): Json =>
  performed.type === 'succeeded' ? performed.output : { error: performed.error }
