import { createSession, type Fact, type Session, type TransportSink, type WireReport } from '@threadwork/core'
import type { CallId, MessageId, RunId } from '@threadwork/core'
import { recordTape } from '@threadwork/core/inspect'
import { systemClock } from '../clock/system-clock.ts'

/** A real session over a wire in a story's hands. */
export interface SampleWorld {
  readonly session: Session
  /** Brings facts the way an adapter does: a report of what came, then the facts. */
  readonly hear: (name: string, payload: unknown, ...facts: readonly Fact[]) => void
  readonly report: (report: Partial<WireReport>) => void
  readonly end: () => void
}

const storage = { read: () => null, write: () => undefined, remove: () => undefined }

/** Begins a conversation of which nothing is known. `fails`: reads fail. */
export const createSampleWorld = ({ fails = false }: { readonly fails?: boolean } = {}): SampleWorld => {
  let sink: TransportSink | null = null
  const failure = {
    reason: 'unreachable',
    message: 'The server cannot be reached.',
    requestId: null,
    retryAfter: null,
    fieldErrors: {},
  } as const
  const session = createSession({
    conversationId: 'sample',
    clock: systemClock,
    storage,
    transport: {
      capabilities: {
        name: 'headless',
        delivery: 'pull',
        idempotent: [],
        commands: ['send-message', 'decide'],
        stop: 'stop-listening',
      },
      open: (_, given) => {
        sink = given
        return {
          submit: () => Promise.resolve({ status: 'accepted', runId: null }),
          read: () =>
            Promise.resolve(
              fails
                ? { status: 'failed', failure }
                : { status: 'read', facts: [], isExpired: false, problems: [] },
            ),
          renewLink: () => Promise.resolve({ status: 'failed', failure }),
          resume: () => Promise.resolve(false),
          stopListening: () => undefined,
          wake: () => undefined,
          close: () => undefined,
        }
      },
    },
  })
  session.open()
  const report = (change: Partial<WireReport>): void =>
    sink?.report({ type: 'event', name: 'agent.message', detail: '', bytes: 240, ...change })
  return {
    session,
    report,
    hear: (name, payload, ...facts) => {
      const [first] = facts
      const seq = first?.type === 'event' && first.event.seq !== null ? `seq ${first.event.seq}` : ''
      report({ name, detail: seq, heard: { payload, facts } })
      sink?.receive(facts)
    },
    end: () => sink?.changeLink({ type: 'ended', reason: 'error', retryAfter: null, failure }),
  }
}

const run = 'run-7f3a' as RunId
const began = Date.UTC(2026, 2, 4, 12, 3)
const envelope = (seq: number) => ({ runId: run, seq, at: began + seq * 1000, eventId: `e${seq}` })
const skill = { skillName: 'Look up order', skillId: null, callId: null }
const parameters = { order: 'A-1042', amount: 90.5, to: 'ann@example.org' }

/** A turn up to its approval, event by event, as the wire names each. */
export const sampleTurn: readonly (readonly [name: string, payload: unknown, fact: Fact])[] = [
  [
    'processing.started',
    { type: 'processing.started', run_id: run, seq_num: 1 },
    { type: 'event', event: { ...envelope(1), type: 'turn-started' } },
  ],
  [
    'skill.running',
    { type: 'skill.running', run_id: run, seq_num: 2, skill_name: 'Look up order' },
    { type: 'event', event: { ...envelope(2), type: 'skill-running', ...skill } },
  ],
  [
    'skill.completed',
    { type: 'skill.completed', run_id: run, seq_num: 3, skill_name: 'Look up order' },
    { type: 'event', event: { ...envelope(3), type: 'skill-completed', ...skill } },
  ],
  [
    'agent.message',
    { type: 'agent.message', run_id: run, seq_num: 4, message_id: 'm1', content: 'I found the order.' },
    {
      type: 'event',
      event: {
        ...envelope(4),
        type: 'message',
        messageId: 'm1' as MessageId,
        text: 'I found the order. It qualifies.',
      },
    },
  ],
  [
    'skill.confirmation_required',
    {
      type: 'skill.confirmation_required',
      run_id: run,
      seq_num: 5,
      call_id: 'call-1',
      skill_name: 'Create refund',
      parameters,
    },
    {
      type: 'event',
      event: {
        ...envelope(5),
        type: 'approval-required',
        scope: 'skill',
        skillName: 'Create refund',
        skillId: null,
        callId: 'call-1' as CallId,
        parameters,
        schema: [],
      },
    },
  ],
]

/** A world in which the sample turn was heard, with what was ignored and what could not be read. */
export const createSampleTurn = (): SampleWorld => {
  const world = createSampleWorld()
  for (const [name, payload, fact] of sampleTurn) world.hear(name, payload, fact)
  world.report({ type: 'ping', name: 'system.ping', detail: '', bytes: 18 })
  world.report({ type: 'malformed', name: 'skill.running', detail: 'the data is not JSON', bytes: 18 })
  return world
}

/** A tape of the sample turn, an event a second. */
export const sampleTape = (keepsContent: boolean): string => {
  let now = 0
  const world = createSampleWorld()
  const tape = recordTape(world.session, {
    clock: { ...systemClock, now: () => now },
    keepsContent,
  })
  for (const [name, payload, fact] of sampleTurn) {
    now += 1000
    world.hear(name, payload, fact)
  }
  tape.stop()
  world.session.close()
  return tape.toText()
}
