import type { Phase } from './items.ts'
import type { Session, SessionTelemetry } from './session-contract.ts'
import type { SessionCall } from './session-watch.ts'
import type { Outcome, ReadResult, UploadOutcome } from './transport.ts'

export type SpanAttributes = Readonly<Record<string, string | number | boolean>>

/** A piece of work with a beginning and an end. A span of OpenTelemetry fits. */
export interface Span {
  setAttributes(attributes: { [name: string]: string | number | boolean }): unknown
  /** `code` 2 is OpenTelemetry's `ERROR`; what went well is left unset. */
  setStatus(status: { code: number }): unknown
  addEvent(name: string, attributes?: { [name: string]: string | number | boolean }): unknown
  end(): void
}

/** Begins spans. A tracer of OpenTelemetry fits, and so does any other object of this form. */
export interface Tracer {
  startSpan(name: string, options: { attributes: { [name: string]: string | number | boolean } }): Span
}

const failed = 2

type Answer = Outcome | ReadResult | UploadOutcome | boolean

// Names and counts alone: no text, no parameter and no message of a failure is ever an attribute.
const told = (answer: Answer): SpanAttributes => {
  if (typeof answer === 'boolean') return { 'threadwork.resumed': answer }
  if (answer.status === 'failed')
    return { 'threadwork.status': 'failed', 'threadwork.failure.reason': answer.failure.reason }
  if (answer.status !== 'read') return { 'threadwork.status': answer.status }
  return {
    'threadwork.status': answer.problems.length > 0 ? 'partial' : 'read',
    'threadwork.facts': answer.facts.length,
    'threadwork.problems': answer.problems.length,
    'threadwork.expired': answer.isExpired,
  }
}

const commandNames = {
  'send-message': 'threadwork.send',
  decide: 'threadwork.decide',
  'submit-form': 'threadwork.submit_form',
  'retry-step': 'threadwork.retry',
  'cancel-workflow': 'threadwork.cancel',
  'skip-connection': 'threadwork.skip_connection',
} as const

type Work = readonly [name: string, attributes: SpanAttributes, answer: Promise<Answer>]

/** The work that a call begins; `null` for calls that take no time. */
const workOf = (call: SessionCall): Work | null => {
  switch (call.name) {
    case 'submit': {
      const [command, intentId] = call.args
      const chosen = command.type === 'decide' ? { 'threadwork.resolution': command.resolution } : {}
      return [commandNames[command.type], { 'threadwork.intent.id': intentId, ...chosen }, call.result]
    }
    case 'read': {
      const [{ eventsSince, attempts }] = call.args
      return [
        'threadwork.read',
        { 'threadwork.read.whole': eventsSince === null, 'threadwork.read.attempts': attempts.length },
        call.result,
      ]
    }
    case 'resume':
      return ['threadwork.resume', { 'threadwork.run.id': call.args[0] }, call.result]
    case 'renewLink':
      return ['threadwork.renew_link', {}, call.result]
    case 'upload':
      return ['threadwork.upload', { 'threadwork.upload.bytes': call.args[0].size }, call.result]
    default:
      return null
  }
}

const noteOn = (span: Span, call: SessionCall): void => {
  if (call.name === 'changeLink') {
    const [change] = call.args
    const reason = change.type === 'ended' ? { 'threadwork.reason': change.reason } : {}
    span.addEvent('threadwork.link', { 'threadwork.change': change.type, ...reason })
  }
  if (call.name !== 'report') return
  const [{ type, name }] = call.args
  if (type === 'malformed' || type === 'problem' || type === 'interrupted')
    span.addEvent('threadwork.wire', { 'threadwork.report': type, 'threadwork.wire.name': name })
}

const isFailure = (answer: Answer): boolean => typeof answer !== 'boolean' && answer.status === 'failed'

/**
 * Tells a tracer what a session does, as spans under names that `docs/telemetry.md` lists. What the tracer throws is
 * its own affair: the conversation goes on, and the session's span ends with the attribute `threadwork.tracer.failed`.
 */
export const telemetry =
  (tracer: Tracer): SessionTelemetry =>
  (session) =>
    followSession(tracer, session)

const followSession = (tracer: Tracer, session: Session): void => {
  const base = {
    'threadwork.conversation.id': session.conversationId,
    'threadwork.transport': session.capabilities.name,
  }
  const open = new Set<Span>()
  let phase: Phase = session.getState().phase
  let recovering: Span | null = null

  const start = (name: string, attributes: SpanAttributes = {}): Span => {
    const span = tracer.startSpan(name, { attributes: { ...base, ...attributes } })
    open.add(span)
    return span
  }
  const finish = (span: Span, attributes: SpanAttributes, isBad: boolean): void => {
    // Closing the session has ended it already.
    if (!open.delete(span)) return
    span.setAttributes({ ...attributes })
    if (isBad) span.setStatus({ code: failed })
    span.end()
  }
  // A tracer is the host's: what it throws must not reach the conversation.
  const guarded = (act: () => void): void => {
    try {
      act()
    } catch {
      hasTracerFailed = true
    }
  }
  let hasTracerFailed = false
  let whole: Span | null = null
  guarded(() => {
    whole = start('threadwork.session')
  })

  const follow = ([name, attributes, answer]: Work): void => {
    const span = start(name, attributes)
    answer.then(
      (given) => guarded(() => finish(span, told(given), isFailure(given))),
      () => guarded(() => finish(span, { 'threadwork.status': 'rejected' }, true)),
    )
  }

  const followState = (): void => {
    const state = session.getState()
    if (state.phase !== phase) {
      const change = { 'threadwork.phase.from': phase, 'threadwork.phase.to': state.phase }
      phase = state.phase
      whole?.addEvent('threadwork.phase', change)
    }
    if (state.link !== 'live') recovering ??= start('threadwork.recover', { 'threadwork.link': state.link })
    else if (recovering) {
      finish(recovering, { 'threadwork.status': 'live' }, false)
      recovering = null
    }
  }

  const end = (): void => {
    for (const span of [...open].toReversed())
      finish(span, span === whole ? { 'threadwork.tracer.failed': hasTracerFailed } : {}, false)
  }

  const stop = session.subscribe(() => guarded(followState))
  session.watch((call) => {
    guarded(() => {
      if (call.name === 'close') {
        stop()
        return end()
      }
      const work = workOf(call)
      if (work) follow(work)
      else if (whole) noteOn(whole, call)
    })
  })
}
