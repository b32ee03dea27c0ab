import type { Perform } from '../perform/perform.ts'
import type { SecretVault } from '../secrets/secret-vault.ts'
import { readAnswerJson } from './answer-json.ts'
import { answerSentence } from './answer-sentence.ts'
import { prepareHttp } from './http-action.ts'
import type { HttpAnswer } from './http-port.ts'
import { type RetryPorts, sendWithRetries } from './retry.ts'

export interface HttpPerformerPorts extends RetryPorts {
  readonly vault: SecretVault
  /** The most bytes of an answer. Default one mebibyte. */
  readonly maxBytes?: number
}

/**
 * Performs HTTP requests. An answer from 200 to 299 succeeds with `{status, headers, body}`; anything else fails with a
 * sentence that names the host and the status. Every secret of the team is masked in either.
 */
export function createHttpPerformer({
  vault,
  maxBytes = 1_048_576,
  ...ports
}: HttpPerformerPorts): Perform<'http'> {
  return async (action, { teamId, key, signal }) => {
    const mask = await vault.mask(teamId)
    const prepared = await prepareHttp(action, { vault, teamId, key, maxBytes })
    if (prepared.type === 'refused') return { type: 'failed', error: mask.text(prepared.error) }
    const { request, host } = prepared
    const tried = await sendWithRetries(ports, { request: () => request, retries: action.retries, signal })
    const { answer } = tried
    if (answer.type === 'failed' || answer.status < 200 || answer.status > 299)
      return { type: 'failed', error: answerSentence(tried, host, mask) }
    return { type: 'succeeded', output: mask.json(asOutput(answer)) }
  }
}

/** Cookies are a session’s, not a run’s: they are left out. */
function asOutput({ status, headers, text }: HttpAnswer & { readonly type: 'answered' }): {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: ReturnType<typeof readAnswerJson>
} {
  const { 'set-cookie': _, ...shown } = headers
  return { status, headers: shown, body: readAnswerJson(text, headers['content-type'] ?? '') }
}
