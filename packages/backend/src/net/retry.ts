import type { BackendClock } from '../clock.ts'
import { type HttpAnswer, type HttpPort, type HttpRequest, httpFailure } from './http-port.ts'

export interface RetryPorts {
  readonly http: HttpPort
  readonly clock: BackendClock
  /** Numbers in [0, 1). */
  readonly random: () => number
}

export interface Tries {
  /** Made anew for each try, from 1. */
  readonly request: (attempt: number) => HttpRequest | Promise<HttpRequest>
  readonly retries: number
  readonly signal: AbortSignal
}

/** The last answer, and how many requests it took. */
export interface Tried {
  readonly answer: HttpAnswer
  readonly attempts: number
}

const mostRetries = 10
const firstWaitMs = 500
const longestWaitMs = 8000
/** What the engine allows for a pause between two tries. A host that asks for more is taken at its word: the step fails at once, and says so. */
const longestAskedMs = 30_000

/**
 * Sends, and sends again after a network failure, a timeout, 429 or 5xx: after half a second, a second, two … eight
 * at most, each with chance in it so that many do not come back at once, and never before `Retry-After`.
 */
export async function sendWithRetries({ http, clock, random }: RetryPorts, tries: Tries): Promise<Tried> {
  const most = 1 + Math.min(Math.max(0, Math.trunc(tries.retries)), mostRetries)
  for (let attempts = 1; ; attempts += 1) {
    const answer = await http.send(await tries.request(attempts), tries.signal)
    if (attempts >= most || !isWorthAnother(answer)) return { answer, attempts }
    const asked = askedWait(answer, clock.now())
    if (asked > longestAskedMs) return { answer, attempts }
    const backoff = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts - 1)) * (0.5 + random() / 2)
    await wait(clock, Math.max(asked, backoff), tries.signal)
    if (tries.signal.aborted)
      return {
        answer: httpFailure('cancelled', 'The request was cancelled while it waited to be sent again.'),
        attempts,
      }
  }
}

function isWorthAnother(answer: HttpAnswer): boolean {
  return answer.type === 'answered'
    ? answer.status === 429 || answer.status >= 500
    : answer.reason === 'network' || answer.reason === 'timeout'
}

/** What `Retry-After` asks for in milliseconds: seconds, or a date. */
function askedWait(answer: HttpAnswer, now: number): number {
  const asked = answer.type === 'answered' ? (answer.headers['retry-after'] ?? '').trim() : ''
  if (/^\d+$/.test(asked)) return Number(asked) * 1000
  const at = /[a-z]/i.test(asked) ? Date.parse(asked) : NaN
  return Number.isNaN(at) ? 0 : Math.max(0, at - now)
}

function wait(clock: BackendClock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const done = (): void => {
      cancel()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const cancel = clock.after(ms, done)
    signal.addEventListener('abort', done)
  })
}
