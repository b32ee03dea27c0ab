import {
  type FinishReason,
  type LanguageModel,
  type LanguageModelUsage,
  Output,
  jsonSchema,
  streamText,
} from 'ai'
import type { Json, JsonObject } from '@threadwork/engine'
import { isRecord } from '../../is-record.ts'
import { judgeJson, tellProblems } from '../../models/judge-json.ts'
import type { ModelAnswer, ModelRequest, ToolCall } from '../../models/model.ts'
import { ModelError } from '../../models/model-error.ts'
import { explainFailure } from './explain-failure.ts'
import { type LanguageModelAddress, loadLanguageModel } from './load-language-model.ts'
import { toPrompt, toToolSet } from './to-prompt.ts'
import { createWireNames } from './wire-names.ts'

/** How often a request is sent again that the provider did not take: over a limit, in trouble, or not reached. */
const retries = 2

interface Heard {
  text: string
  readonly calls: ToolCall[]
  finish: FinishReason | null
  rawFinish: string | undefined
  usage: LanguageModelUsage | null
}

/** Asks a model of a provider once. Its answer streams, whether or not anybody listens to the parts. */
export async function askProvider(
  address: LanguageModelAddress,
  request: ModelRequest,
): Promise<ModelAnswer> {
  const who = `${address.provider}/${address.model}`
  // Outside: a package that cannot be loaded is a defect, and no provider's answer.
  const model = await loadLanguageModel(address)
  try {
    const heard = await hear(model, request)
    judgeEnd(heard, who)
    const output = heard.calls.length > 0 ? null : readOutput(heard.text, request.outputSchema, who)
    return {
      model: who,
      isScripted: false,
      text: heard.text,
      toolCalls: heard.calls,
      output,
      inputTokens: heard.usage?.inputTokens ?? null,
      outputTokens: heard.usage?.outputTokens ?? null,
    }
  } catch (error) {
    throw explainFailure(error, { ...address, signal: request.signal })
  }
}

async function hear(model: LanguageModel, request: ModelRequest): Promise<Heard> {
  const { choice, outputSchema, tools } = request
  const names = createWireNames(tools.map(({ name }) => name))
  const { fullStream } = streamText({
    model,
    messages: toPrompt(request.messages, names),
    maxRetries: retries,
    abortSignal: request.signal,
    // What goes wrong comes in the stream as well; by default it would be printed.
    onError: () => undefined,
    ...(request.system === '' ? {} : { instructions: request.system }),
    ...(tools.length === 0 ? {} : { tools: toToolSet(tools, names) }),
    ...(tools.length > 0 && request.mustSpeak === true ? { toolChoice: 'none' as const } : {}),
    ...(outputSchema === null
      ? {}
      : { output: Output.object({ schema: jsonSchema(outputSchema as never) }) }),
    ...(choice.temperature === null ? {} : { temperature: choice.temperature }),
    ...(choice.maxTokens === null ? {} : { maxOutputTokens: choice.maxTokens }),
  })
  const heard: Heard = { text: '', calls: [], finish: null, rawFinish: undefined, usage: null }
  for await (const part of fullStream) {
    if (part.type === 'error') throw part.error
    if (part.type === 'abort')
      throw new ModelError('cancelled', 'The model was stopped before its answer was complete.')
    if (part.type === 'text-delta') {
      heard.text += part.text
      request.onText?.(part.text)
    }
    if (part.type === 'tool-call')
      heard.calls.push({
        callId: part.toolCallId,
        name: names.fromWire(part.toolName),
        input: inputOf(part.input),
      })
    if (part.type === 'finish') {
      heard.finish = part.finishReason
      heard.rawFinish = part.rawFinishReason
      heard.usage = part.totalUsage
    }
  }
  return heard
}

/** Arguments that are no record are kept as text: the tool's own judgement tells the model what is wrong. */
function inputOf(input: unknown): JsonObject {
  // What a provider sent as JSON.
  const json = input as Json | undefined
  return isRecord(json) ? json : { input: json ?? null }
}

function judgeEnd({ finish, rawFinish, text, calls }: Heard, who: string): void {
  if (finish === 'content-filter')
    throw new ModelError('refused', `${who} does not answer this: its filter stopped it.`)
  if (finish === 'length')
    throw new ModelError(
      'bad-answer',
      `${who} ran out of room for its answer. Give the node more tokens, or ask for less.`,
    )
  const isCut = finish === null || finish === 'error' || (finish === 'other' && rawFinish === undefined)
  if (isCut) throw new ModelError('unreachable', `${who} broke off its answer. Try again.`)
  if (text.trim() === '' && calls.length === 0)
    throw new ModelError('bad-answer', `${who} answered with nothing.`)
}

function readOutput(text: string, schema: JsonObject | null, who: string): Json {
  if (schema === null) return null
  const problem = (what: string): ModelError =>
    new ModelError(
      'bad-answer',
      `${who} did not answer as the output schema asks: ${what}. Say more in the prompt, or choose another model.`,
    )
  let output: Json
  try {
    // Servers that only resemble OpenAI fence their JSON. What JSON.parse makes is JSON.
    output = JSON.parse(text.trim().replace(/^```(?:json)?\s*|\s*```$/g, '')) as Json
  } catch {
    throw problem('it is no JSON')
  }
  const problems = judgeJson(schema, output)
  if (problems.length > 0) throw problem(tellProblems(problems))
  return output
}
