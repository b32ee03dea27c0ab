import type { Json } from '../json.ts'
import type { Encoding, Rendered, SecretSlot } from '../rendered.ts'
import { encode } from './encode.ts'
import { onlyPath, parseTemplate } from './parse-template.ts'
import { wordsOf } from './read-path.ts'
import type { Scope } from './scope.ts'
import { textOf } from './text-of.ts'

type Piece = Rendered[number]

/** What is shown where a secret stands. */
export const secretMask = '••••'

/**
 * A template with its values, in one pass: what a value contains is never read as a template again. Values are written
 * in `encoding`, secrets stay as their names.
 */
export function render(template: string, scope: Scope, encoding?: Encoding): Rendered {
  const pieces = parseTemplate(template).map((part) =>
    part.type === 'text' ? part.text : renderPath(part.path, scope, encoding),
  )
  return joinTexts(pieces)
}

/** A template with its values as text; a secret shows as `••••`. */
export const renderText = (template: string, scope: Scope): string => maskSecrets(render(template, scope))

/** A message of markdown with its values, each of them quoted: what a person entered is shown as they entered it. */
export const renderMarkdown = (template: string, scope: Scope): string =>
  maskSecrets(render(template, scope, 'markdown'))

/** What a rendered text shows: each secret as `••••`. */
export const maskSecrets = (rendered: Rendered): string =>
  rendered.map((piece) => (typeof piece === 'string' ? piece : secretMask)).join('')

/**
 * JSON with the templates inside its strings rendered. A string that is exactly one `{{path}}` becomes the value that
 * stands there, `null` if there is none; keys stay as they are. A secret shows as `••••`.
 */
export function renderJson(json: Json, scope: Scope): Json {
  if (typeof json === 'string') return renderString(json, scope)
  if (typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) return json.map((each: Json) => renderJson(each, scope))
  return Object.fromEntries(Object.entries(json).map(([key, each]) => [key, renderJson(each, scope)]))
}

function renderString(text: string, scope: Scope): Json {
  const path = onlyPath(text)
  if (path === null) return renderText(text, scope)
  return scope.isSecret(path) ? secretMask : (scope.read(path) ?? null)
}

/** What one path stands for: the slot of a secret, or its value as text in `encoding`. */
export function renderPath(path: string, scope: Scope, encoding?: Encoding): Piece {
  // A secret has no inside: what a longer path means is nothing.
  if (scope.isSecret(path)) return wordsOf(path).length === 1 ? slotOf(path, encoding) : ''
  return encode(textOf(scope.read(path)), encoding)
}

const slotOf = (secret: string, encoding: Encoding | undefined): SecretSlot =>
  encoding === undefined ? { secret } : { secret, encoding }

/** Puts texts that stand side by side together, and leaves out empty ones. */
export function joinTexts(pieces: Rendered): Rendered {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece
    else if (piece !== '') joined.push(piece)
  }
  return joined
}
