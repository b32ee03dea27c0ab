import type { Rendered } from '../rendered.ts'
import { parseTemplate } from './parse-template.ts'
import { joinTexts, maskSecrets, renderPath } from './render.ts'
import type { Scope } from './scope.ts'

const reachesPath = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+[/?#]/i

/**
 * A URL with its values: raw up to the end of the host, so that a variable can hold a base URL; from there on encoded,
 * so that what somebody typed stays one segment or one parameter.
 */
export function renderUrl(template: string, scope: Scope): Rendered {
  const pieces: Rendered[number][] = []
  let written = ''
  for (const part of parseTemplate(template)) {
    const encoding = reachesPath.test(written) ? 'url' : undefined
    const piece = part.type === 'text' ? part.text : renderPath(part.path, scope, encoding)
    pieces.push(piece)
    written += maskSecrets([piece])
  }
  return joinTexts(pieces)
}
