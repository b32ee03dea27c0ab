import { type Action, type JsonObject, render, renderBody, renderUrl } from '@threadwork/engine'
import type { CodeRunner } from '../code/code-runner.ts'
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import { judgeJson, tellProblems } from '../models/judge-json.ts'
import type { Perform, PerformContext, Performed } from '../perform/perform.ts'
import type { ToolContent } from '../store/library-records.ts'
import { inputScope } from './input-scope.ts'
import { type InbuiltTools, type RegisteredTool, type ToolVariables, failed, succeeded } from './tool.ts'

/** What tools are made of. */
export interface ToolPorts {
  /** The team's own tools, as they are now. */
  readonly toolsOf: (teamId: string) => readonly RegisteredTool[]
  readonly inbuilt: InbuiltTools
  readonly code: CodeRunner
  /** Calls an address as a node does: guarded, with secrets filled in for their hosts. */
  readonly http: Perform<'http'>
  readonly knowledge: KnowledgeBase
  /** What the templates of an external API can read beside the tool's input. */
  readonly variablesOf: (teamId: string) => ToolVariables
}

export interface ToolRequest {
  readonly name: string
  readonly input: JsonObject
  readonly timeoutMs: number
}

// For the objects of a script, not for those of an application.
const codeMemoryBytes = 64 * 2 ** 20

/** Calls a tool by its name: a team's own, else an inbuilt one. Its input is judged first. */
export async function callTool(
  ports: ToolPorts,
  request: ToolRequest,
  context: PerformContext,
): Promise<Performed> {
  const { name, input } = request
  const own = ports.toolsOf(context.teamId).find((tool) => tool.name === name)
  const inbuilt = Object.hasOwn(ports.inbuilt, name) ? ports.inbuilt[name] : undefined
  const tool = own ?? inbuilt
  if (!tool) return failed(`There is no tool “${name}”. Choose one of: ${namesOf(ports, context.teamId)}.`)
  const problems = judgeJson(tool.inputSchema, input)
  if (problems.length > 0)
    return failed(
      `The input of the tool “${name}” does not fit: ${tellProblems(problems)}. Correct what it is given.`,
    )
  if (own) return callOwn(ports, own.content, request, context)
  return inbuilt ? inbuilt.run(input, context) : failed(`There is no tool “${name}”.`)
}

function namesOf(ports: ToolPorts, teamId: string): string {
  const own = ports.toolsOf(teamId).map(({ name }) => name)
  return [...new Set([...own, ...Object.keys(ports.inbuilt)])].toSorted().slice(0, 30).join(', ')
}

function callOwn(
  ports: ToolPorts,
  content: ToolContent,
  request: ToolRequest,
  context: PerformContext,
): Promise<Performed> {
  switch (content.type) {
    case 'python':
    case 'javascript':
      return runCode(ports.code, content, request, context)
    case 'api':
      return ports.http(apiAction(content, request, ports.variablesOf(context.teamId)), context)
    case 'knowledge':
      return search(ports.knowledge, content, request, context)
  }
}

async function runCode(
  code: CodeRunner,
  { type, code: source }: Extract<ToolContent, { readonly type: 'python' | 'javascript' }>,
  { name, input, timeoutMs }: ToolRequest,
  { signal }: PerformContext,
): Promise<Performed> {
  const result = await code.run({
    language: type,
    source,
    input,
    timeoutMs,
    memoryBytes: codeMemoryBytes,
    signal,
  })
  if (result.type === 'succeeded') return succeeded(result.output)
  const place = result.line === null ? '' : `, line ${result.line}`
  return failed(`The code of the tool “${name}” failed${place}: ${result.error}`)
}

/** The request of an external API; its retries are the node's own affair. */
function apiAction(
  { method, url, headers, body }: Extract<ToolContent, { readonly type: 'api' }>,
  { input, timeoutMs }: ToolRequest,
  variables: ToolVariables,
): Extract<Action, { readonly type: 'http' }> {
  const scope = inputScope(input, variables)
  return {
    type: 'http',
    method,
    url: renderUrl(url.trim(), scope),
    headers: headers.map(({ name, value }) => ({
      name,
      value: render(value.replaceAll(/[\r\n]+/g, ' '), scope).map(oneLine),
    })),
    body: body === null || body === '' ? null : renderBody(body, scope),
    timeoutMs,
    retries: 0,
  }
}

// A value with a line break in it would begin a header of its own.
const oneLine = <Piece>(piece: Piece | string): Piece | string =>
  typeof piece === 'string' ? piece.replaceAll(/[\r\n]+/g, ' ') : piece

async function search(
  knowledge: KnowledgeBase,
  { collection, limit }: Extract<ToolContent, { readonly type: 'knowledge' }>,
  { name, input }: ToolRequest,
  { teamId }: PerformContext,
): Promise<Performed> {
  const text = input['query'] ?? input['question'] ?? input['text']
  if (typeof text !== 'string')
    return failed(`The tool “${name}” searches documents, and was not told for what. Give it “query”.`)
  const passages = await knowledge.search({ teamId, collection, text, limit })
  return succeeded({ passages: passages.map((passage) => ({ ...passage })) })
}
