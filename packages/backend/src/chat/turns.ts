import type { BackendContext } from '../context.ts'
import { createRunLog } from '../run-log.ts'
import type { TurnRecord } from '../store/chat-records.ts'
import { emit, saveTurn, touch } from './emit.ts'

/** What is chosen about a new turn. */
export type TurnSeed = Pick<TurnRecord, 'parent' | 'wire' | 'isHidden'> &
  Partial<Pick<TurnRecord, 'agent' | 'runIds' | 'isChoosing'>>

/** Begins a turn and makes it the conversation's newest, unless another is under way there. */
export function openTurn(context: BackendContext, seed: TurnSeed): TurnRecord {
  const id = context.makeId('run')
  const turn: TurnRecord = {
    id,
    at: context.clock.now(),
    status: 'running',
    waiting: null,
    runIds: [],
    agent: null,
    seq: 0,
    runningSkills: [],
    isChoosing: false,
    ...seed,
  }
  const conversation = context.store.get('conversations', seed.parent)
  const newest = conversation?.turnId ? context.store.get('turns', conversation.turnId) : null
  if (!newest || isOver(newest)) touch(context, seed.parent, { turnId: id })
  if (!seed.isHidden) context.logs.set(id, createRunLog(id, seed.parent, []))
  return emit(context, saveTurn(context, turn), { type: 'processing.started' })
}

/** Whether nothing more happens in a turn. */
export const isOver = (turn: TurnRecord): boolean => turn.status === 'ended' || turn.status === 'left'

/** A turn that goes on; `null` for one that is over or gone. */
export function livingTurn(context: BackendContext, id: string): TurnRecord | null {
  const turn = context.store.get('turns', id)
  return turn && !isOver(turn) ? turn : null
}

/** Ends a turn: its streams close, and the conversation takes the next message. */
export function endTurn(context: BackendContext, id: string): void {
  const turn = livingTurn(context, id)
  if (!turn) return
  const ended = emit(context, { ...turn, runningSkills: [] }, { type: 'processing.finished' })
  saveTurn(context, { ...ended, status: 'ended', waiting: null, runIds: [] })
  touch(context, turn.parent, {})
  context.logs.get(id)?.end()
  context.logs.delete(id)
}
