import { Hono } from 'hono'
import type { BackendContext } from '../context.ts'
import type { AttemptRecord } from '../store/chat-records.ts'
import { announceLink, withLivingLink } from '../chat/connections.ts'
import { settleConnection } from '../chat/settle-connection.ts'
import { type ConsentPage, consentHtml } from './consent-page.ts'
import { readBodyText } from './route.ts'

/**
 * A development page that plays the other service's consent: it asks, and a plain form answers. It knows
 * nobody; the link's token is all that opens it.
 */
export function consentRoutes(context: BackendContext): Hono {
  const page = (status: 200 | 403 | 409 | 410, content: ConsentPage): Response => {
    const nonce = context.makeId('nonce')
    return new Response(consentHtml(content, nonce), {
      status,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
        'X-Frame-Options': 'DENY',
      },
    })
  }
  /** What is wrong with a link; `null` when it opens. */
  const refusal = (attempt: AttemptRecord | null, token: string): Response | null => {
    if (!attempt || !isSame(attempt.token, token)) {
      return page(403, {
        title: 'This link is not valid',
        text: 'Go back to the conversation and open it from there.',
      })
    }
    if (attempt.status !== 'pending') {
      return page(409, { title: 'This link was used', text: 'It works once. You can close this page.' })
    }
    if (context.clock.now() < attempt.expiresAt) return null
    announceFreshLink(context, attempt)
    return page(410, {
      title: 'This link has expired',
      text: 'Go back to the conversation and get a new one.',
    })
  }
  return new Hono()
    .get('/dev/connect/:attempt', (c) => {
      const attempt = context.store.get('attempts', c.req.param('attempt'))
      const token = c.req.query('token') ?? ''
      const refused = refusal(attempt, token)
      if (refused || !attempt) return refused ?? c.notFound()
      return page(200, {
        title: `${attempt.connector} (development)`,
        text: `Threadwork asks to read and write ${attempt.connector} in your name. No real account is involved: this page stands in for the service.`,
        form: { action: `/dev/connect/${attempt.id}`, token },
      })
    })
    .post('/dev/connect/:attempt', async (c) => {
      const attempt = context.store.get('attempts', c.req.param('attempt'))
      const form = new URLSearchParams(await readBodyText(c))
      const refused = refusal(attempt, form.get('token') ?? '')
      if (refused || !attempt) return refused ?? c.notFound()
      const isAllowed = form.get('decision') === 'allow'
      settleConnection(context, attempt, isAllowed ? 'authorized' : 'denied')
      const title = isAllowed ? 'Connected' : 'Access denied'
      return page(200, { title, text: 'You can close this page and go back to the conversation.' })
    })
}

/** Where no endpoint hands out fresh links, the run's stream announces one. */
function announceFreshLink(context: BackendContext, attempt: AttemptRecord): void {
  const turnId = context.store.get('tellings', attempt.runId)?.turnId
  const turn = turnId === undefined ? null : context.store.get('turns', turnId)
  if (!context.profile.hasLinkEndpoint && turn) announceLink(context, turn, withLivingLink(context, attempt))
}

function isSame(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ b.charCodeAt(at)
  return difference === 0
}
