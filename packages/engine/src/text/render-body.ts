import type { Json } from '../json.ts'
import type { Rendered } from '../rendered.ts'
import { encode } from './encode.ts'
import { onlyPath, parseTemplate } from './parse-template.ts'
import { joinTexts, render, renderPath } from './render.ts'
import type { Scope } from './scope.ts'
import { isTooDeep } from './text-of.ts'

/**
 * A body with its values. One that is JSON as written, or becomes it when each `{{path}}` outside a string stands for
 * one value, is JSON afterwards, whatever the values contain; any other is text with the values as they are.
 */
export function renderBody(template: string, scope: Scope): Rendered {
  const json = parseJson(quoteBarePaths(template))
  return json === undefined ? render(template, scope) : renderJsonText(json, scope)
}

/** JSON as text, with the templates inside its strings rendered; a secret keeps its place. */
export const renderJsonText = (json: Json, scope: Scope): Rendered => joinTexts(jsonPieces(json, scope))

function jsonPieces(json: Json, scope: Scope): Rendered {
  if (typeof json === 'string') return stringPieces(json, scope)
  if (typeof json !== 'object' || json === null) return [JSON.stringify(json)]
  if (Array.isArray(json)) return ['[', ...separated(json.map((each: Json) => jsonPieces(each, scope))), ']']
  const entries = Object.entries(json).map(([key, each]) => [
    `${JSON.stringify(key)}:`,
    ...jsonPieces(each, scope),
  ])
  return ['{', ...separated(entries), '}']
}

function stringPieces(text: string, scope: Scope): Rendered {
  const path = onlyPath(text)
  if (path !== null && !scope.isSecret(path)) return [literal(scope.read(path) ?? null)]
  const pieces = parseTemplate(text).map((part) =>
    part.type === 'text' ? encode(part.text, 'json') : renderPath(part.path, scope, 'json'),
  )
  return ['"', ...pieces, '"']
}

const literal = (value: Json): string => (isTooDeep(value) ? 'null' : JSON.stringify(value))

// A string of JSON is skipped as a whole, one without an end included.
const quoteBarePaths = (template: string): string =>
  template.replaceAll(/"(?:[^"\\]|\\.)*"?|\{\{[^{}]*\}\}/gs, (found) =>
    found.startsWith('{') ? `"${found}"` : found,
  )

const separated = (parts: readonly Rendered[]): Rendered =>
  parts.flatMap((part, index) => (index === 0 ? part : [',', ...part]))

function parseJson(text: string): Json | undefined {
  try {
    const json: Json = JSON.parse(text)
    return isTooDeep(json) ? undefined : json
  } catch {
    return undefined
  }
}
