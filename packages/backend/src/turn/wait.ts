import { type BackendContext, isoTime } from '../context.ts'
import type { AttemptRecord, TurnRecord } from '../store/records.ts'
import type { Beat } from './beat.ts'
import { emit, saveTurn } from './emit.ts'

type RequestConnection = Extract<Beat, { readonly type: 'request-connection' }>

/** Asks the person to connect an account and parks the turn; its streams have nothing more to say. */
export function requestConnection(context: BackendContext, turn: TurnRecord, beat: RequestConnection): void {
  const { connector, authorized, denied, skipped } = beat
  const attempt: AttemptRecord = {
    id: context.makeId('attempt'),
    parent: turn.parent,
    at: context.clock.now(),
    turnId: turn.id,
    connector,
    status: 'pending',
    token: context.makeId('link'),
    expiresAt: context.clock.now() + context.linkMs(),
  }
  context.store.put('attempts', attempt)
  const parked = saveTurn(context, {
    ...turn,
    status: 'waiting',
    waiting: { type: 'connection', attemptId: attempt.id, authorized, denied, skipped },
  })
  announceLink(context, parked, attempt)
  context.logs.get(turn.id)?.park(context.clock.now())
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
