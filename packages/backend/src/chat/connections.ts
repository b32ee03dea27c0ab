import { type BackendContext, isoTime } from '../context.ts'
import type { AttemptRecord, TurnRecord } from '../store/chat-records.ts'
import { emit } from './emit.ts'

interface AskedConnection {
  readonly conversationId: string
  readonly teamId: string
  readonly runId: string
  readonly stepId: string
  readonly connector: string
}

/** Keeps that an account is to be connected, with a link that works for a while. */
export function recordAttempt(context: BackendContext, asked: AskedConnection): AttemptRecord {
  const { conversationId: parent, ...rest } = asked
  const at = context.clock.now()
  const attempt: AttemptRecord = {
    id: context.makeId('attempt'),
    parent,
    at,
    ...rest,
    status: 'pending',
    token: context.makeId('link'),
    expiresAt: at + context.linkMs(),
  }
  context.store.put('attempts', attempt)
  return attempt
}

/** The attempt that a step of a run waits for. */
export function attemptOf(context: BackendContext, runId: string, stepId: string): AttemptRecord | null {
  const telling = context.store.get('tellings', runId)
  const attempts = telling ? context.store.list('attempts', telling.parent) : []
  return attempts.findLast((attempt) => attempt.runId === runId && attempt.stepId === stepId) ?? null
}

/** Tells the run's streams where the account is connected. A repeated announcement carries a fresh link. */
export function announceLink(context: BackendContext, turn: TurnRecord, attempt: AttemptRecord): void {
  emit(context, turn, {
    type: 'runtime_connection.auth_required',
    runtime_connection_attempt_id: attempt.id,
    auth_link: linkOf(context, attempt),
  })
}

/** Where the other service asks for consent. */
export const linkOf = (
  { publicUrl }: BackendContext,
  attempt: AttemptRecord,
): { readonly url: string; readonly expires_at: string; readonly connector_name: string } => ({
  url: `${publicUrl().replace(/\/$/, '')}/dev/connect/${attempt.id}?token=${attempt.token}`,
  expires_at: isoTime(attempt.expiresAt),
  connector_name: attempt.connector,
})

/** The attempt with a link that works: the same while it lives, a fresh one afterwards. */
export function withLivingLink(context: BackendContext, attempt: AttemptRecord): AttemptRecord {
  const now = context.clock.now()
  if (now < attempt.expiresAt) return attempt
  const renewed = { ...attempt, token: context.makeId('link'), expiresAt: now + context.linkMs() }
  context.store.put('attempts', renewed)
  return renewed
}
