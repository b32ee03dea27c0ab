import { createSession, type ApprovalRequired, type CallId, type Fact, type Session } from '@threadwork/core'
import {
  memoryStorage,
  scriptedTransport,
  virtualClock,
  type MemoryStorage,
  type TransportScript,
} from '@threadwork/testing'
import { events } from './session-notation.ts'

/** An open session over a scripted transport, on a clock of its own; `lines` are its items in short. */
export const start = async (script: TransportScript = {}, storage: MemoryStorage = memoryStorage()) => {
  const clock = virtualClock({ now: 1000 })
  const transport = scriptedTransport(script)
  const session = createSession({ transport, conversationId: 'c1', clock, storage })
  session.open()
  await clock.advanceAsync(20)
  const lines = (): readonly string[] =>
    session
      .getState()
      .items.map((item) => `${item.kind} ${item.id}${'status' in item ? ` ${item.status}` : ''}`)
  return { clock, transport, session, storage, lines }
}

/** What became of the person’s last act. */
export const submissionOf = (session: Session) => {
  const item = session.getState().items.at(-1)
  return item && 'submission' in item ? item.submission : null
}

/** A turn that asks whether it may send something. */
export const asked = events('r1/1@1 processing.started', 'r1/2@2 skill.confirmation_required Send call=c1')
export const c1 = 'c1' as CallId

/** When the events of the notation begin. */
export const noon = Date.UTC(2026, 0, 1, 12)

/** The same facts, whose approval says more. */
export const withDetails = (facts: readonly Fact[], details: Partial<ApprovalRequired>): readonly Fact[] =>
  facts.map((fact) =>
    fact.type === 'event' && fact.event.type === 'approval-required'
      ? { type: 'event', event: { ...fact.event, ...details } }
      : fact,
  )
