import type { Json, JsonObject } from '@threadwork/engine'
import type { IntentMatcher } from '../intent-matcher.ts'
import { isRecord } from '../../is-record.ts'
import { judgeJson, tellProblems } from '../judge-json.ts'
import type { Model, ModelAnswer, ModelMessage, ModelRequest } from '../model.ts'
import { ModelError } from '../model-error.ts'
import { chooseTool } from './choose-tool.ts'
import { fillSchema } from './fill-schema.ts'
import { judgeSentence } from './judge-sentence.ts'
import { lastSaid, saidBy } from './read-transcript.ts'

/** What every text begins with that a person may read. */
export const scriptedMark = 'Scripted answer, no model: '

type Said = Pick<ModelAnswer, 'text' | 'toolCalls' | 'output'>

/**
 * A model that is none: it answers by words and patterns, offline, the same to the same request. For development and
 * tests, and to show what a workflow does before a key is there. All of its texts say that they are scripted.
 */
export function createScriptedModel(matcher: IntentMatcher): Model {
  return {
    name: 'scripted',
    isScripted: true,
    async generate(request) {
      if (request.signal.aborted) throw new ModelError('cancelled', 'The scripted model was stopped.')
      const said = answer(matcher, request)
      if (said.text !== '') for (const delta of said.text.split(/(?<=\s)/)) request.onText?.(delta)
      return { model: 'scripted', isScripted: true, ...said, inputTokens: null, outputTokens: null }
    },
  }
}

function answer(matcher: IntentMatcher, request: ModelRequest): Said {
  switch (request.purpose) {
    case 'agent':
    case 'say':
      return converse(matcher, request)
    case 'judge':
      return withOutput(request, { holds: judgeLast(request.messages) })
    case 'evaluate':
      return withOutput(request, evaluate(request.messages))
    case 'worker':
    case 'extract':
      return callTool(matcher, request) ?? work(request)
  }
}

function work(request: ModelRequest): Said {
  const { outputSchema, messages } = request
  if (outputSchema === null) return text(`${scriptedMark}${outputsOf(messages) ?? lastSaid(messages)}`)
  return withOutput(request, fillSchema(outputSchema, [...saidBy(messages), ...toolTexts(messages)]))
}

function withOutput({ outputSchema }: ModelRequest, output: Json): Said {
  const problems = outputSchema === null ? [] : judgeJson(outputSchema, output)
  if (problems.length === 0) return { text: '', toolCalls: [], output }
  throw new ModelError(
    'bad-answer',
    `The scripted model cannot fill this schema: ${tellProblems(problems)}. Say more in the conversation, or set MODEL.`,
  )
}

function converse(matcher: IntentMatcher, request: ModelRequest): Said {
  const { messages, purpose, system } = request
  const called = callTool(matcher, request)
  if (called) return called
  const outputs = outputsOf(messages)
  if (outputs !== null) return text(`${scriptedMark}${outputs}`)
  if (purpose === 'say') return text(`${scriptedMark}${lineOf(system)}`)
  return text(`${scriptedMark}I have nothing that fits “${lastSaid(messages).slice(0, 200)}”.`)
}

const text = (said: string): Said => ({ text: said, toolCalls: [], output: null })

/** Calls a tool once after each thing that a person said. */
function callTool(matcher: IntentMatcher, { messages, tools }: ModelRequest): Said | null {
  const said = saidBy(messages)
  if (said.length === 0 || toolTexts(messages).length > 0) return null
  const tool = chooseTool(matcher, tools, lastSaid(messages))
  if (tool === null) return null
  const filled = fillSchema(tool.inputSchema, said)
  const input: JsonObject = isRecord(filled) ? filled : {}
  const callId = `scripted-${messages.length}`
  return { text: '', toolCalls: [{ callId, name: tool.name, input }], output: null }
}

/** What tools answered since a person last spoke. */
function newestOutputs(
  messages: readonly ModelMessage[],
): readonly Extract<ModelMessage, { role: 'tool' }>[] {
  const last = messages.findLastIndex(({ role }) => role === 'user')
  return messages.slice(last + 1).filter((message) => message.role === 'tool')
}

const toolTexts = (messages: readonly ModelMessage[]): readonly string[] =>
  newestOutputs(messages).map(({ output }) => shown(output))

function outputsOf(messages: readonly ModelMessage[]): string | null {
  const outputs = newestOutputs(messages)
  if (outputs.length === 0) return null
  return outputs.map(({ name, output }) => `“${name}” gave ${shown(output)}.`).join(' ')
}

const shown = (output: Json): string =>
  (typeof output === 'string' ? output : JSON.stringify(output)).slice(0, 2000)

/** The line that a prompt asks to be said, where it quotes one; else how the prompt begins. */
function lineOf(system: string): string {
  const quoted = /\b(?:say|reply|answer|ask|respond|tell)\b[^“"]{0,80}[“"]([^”"]+)[”"]/i.exec(system)?.[1]
  return (
    quoted ??
    (system.trim() === '' ? 'there is no prompt.' : `my prompt says: ${system.trim().slice(0, 300)}`)
  )
}

/** The last message is the sentence; those before it are the transcript. */
const judgeLast = (messages: readonly ModelMessage[]): boolean =>
  judgeSentence(lastSaid(messages), saidBy(messages.slice(0, -1)))

/** The last message has a line “- …” for each criterion; those before it tell the run. */
function evaluate(messages: readonly ModelMessage[]): JsonObject {
  const told = messages
    .slice(0, -1)
    .flatMap((message) => (message.role === 'tool' ? [] : message.text.split('\n')))
  const criteria = lastSaid(messages)
    .split('\n')
    .flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []))
  const judged = criteria.map((criterion) => ({ criterion, isMet: judgeSentence(criterion, told) }))
  const met = judged.filter(({ isMet }) => isMet).length
  return {
    passed: met === judged.length,
    score: judged.length === 0 ? 0 : Math.round((met / judged.length) * 100) / 100,
    reasons: judged.map(
      ({ criterion, isMet }) =>
        `Scripted judgement, by words alone: “${criterion}” is ${isMet ? '' : 'not '}met.`,
    ),
  }
}
