import type { Json } from '@threadwork/engine'
import { isRecord } from '../is-record.ts'
import type { Mask } from '../secrets/mask.ts'
import type { Tried } from './retry.ts'
import { readAnswerJson } from './answer-json.ts'

const meanings: Readonly<Partial<Record<number, string>>> = {
  400: 'bad request',
  401: 'not signed in',
  403: 'not allowed',
  404: 'not found',
  405: 'method not allowed',
  409: 'conflict',
  410: 'gone',
  413: 'too large',
  415: 'media type not taken',
  422: 'cannot be taken as it is',
  429: 'too many requests',
  500: 'its own error',
  502: 'bad gateway',
  503: 'not available',
  504: 'gateway timed out',
}

/** Why an answer is a failure, for a person: host, status, tries, and what the host says of it, masked. */
export function answerSentence({ answer, attempts }: Tried, host: string, mask: Mask): string {
  const tries = attempts === 1 ? '' : ` It was tried ${attempts} times.`
  if (answer.type === 'failed') return mask.text(answer.error) + tries
  const meaning = meanings[answer.status]
  const wait = answer.headers['retry-after']
  const asked = wait === undefined ? '' : ` It asks to wait: ${mask.text(wait).slice(0, 40)}.`
  // Masked before it is cut: half a secret would not be known again.
  const said = saidIn(mask.json(readAnswerJson(answer.text, answer.headers['content-type'] ?? '')))
  const quote = said === null ? '' : ` It says: “${said}”.`
  return `${host} answered ${answer.status}${meaning === undefined ? '' : ` (${meaning})`}.${tries}${asked}${quote}`
}

/** The usual places for a sentence: problem+json, and what most APIs do. */
function saidIn(body: Json): string | null {
  if (!isRecord(body)) return null
  for (const key of ['detail', 'message', 'error_description', 'error', 'title']) {
    const value = Object.hasOwn(body, key) ? body[key] : undefined
    if (typeof value === 'string' && value !== '') return value.slice(0, 200).trim().replace(/\.$/u, '')
    const inner = value === undefined ? null : saidIn(value)
    if (inner !== null) return inner
  }
  return null
}
