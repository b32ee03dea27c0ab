import type {
  Clock,
  Command,
  ConversationId,
  IntentId,
  Outcome,
  TransportConnection,
  TransportSink,
} from '@threadwork/core'
import { createFailure } from './failure.ts'
import { createLinkMemory } from './link-memory.ts'
import type { LearningProfile } from './profile.ts'
import type { EventPaging } from './read-events.ts'
import { readConversationFacts, readLink } from './recovery-read.ts'
import { createRequest, type RequestOptions } from './request.ts'
import { createRest, type Rest, type Result } from './rest.ts'
import { createRunStreams } from './run-stream.ts'
import { createStreamSlot } from './stream-slot.ts'
import { KEY_HEADER, SHOWN_HEADER } from './wire-limits.ts'
import type { WireCancelWorkflow, WireResumeWorkflow, WireRetryStep } from './wire-rest.ts'

export interface ConnectionOptions {
  readonly request: Omit<RequestOptions, 'signal' | 'report'>
  readonly profile: LearningProfile
  readonly clock: Clock
  readonly idleMs: number
  readonly maxEventBytes: number
  readonly paging: EventPaging
  /** The host replaced `fetch`: then nothing goes round it. */
  readonly hasOwnFetch: boolean
}

// What a closed connection still hears reaches nobody.
const untilClosed = (sink: TransportSink, closing: AbortSignal): TransportSink => ({
  receive: (facts) => {
    if (!closing.aborted) sink.receive(facts)
  },
  changeLink: (change) => {
    if (!closing.aborted) sink.changeLink(change)
  },
  report: (report) => {
    if (!closing.aborted) sink.report(report)
  },
})

const decide = async (
  rest: Rest,
  conversationId: ConversationId,
  command: Extract<Command, { type: 'decide' }>,
  idempotencyKey: IntentId,
): Promise<Result<null>> => {
  const { scope, callId, resolution, reason, shown } = command
  // This API would run the values that it asked about, and drop the changed ones without a word.
  if (command.parameters !== undefined)
    return { type: 'failed', status: 0, failure: createFailure('unsupported') }
  const body = { resolution, ...(reason ? { rejection_reason: reason } : {}) }
  const headers = {
    [KEY_HEADER]: `"${idempotencyKey}"`,
    ...(shown === undefined ? {} : { [SHOWN_HEADER]: shown }),
  }
  return rest.decide(conversationId, { scope, callId, body, headers })
}

const perform = (
  rest: Rest,
  conversationId: ConversationId,
  command: Exclude<Command, { type: 'send-message' }>,
  idempotencyKey: IntentId,
): Promise<Result<unknown>> => {
  switch (command.type) {
    case 'decide':
      return decide(rest, conversationId, command, idempotencyKey)
    case 'submit-form': {
      const { workflowId, stepId, values } = command
      const body = { conversationId, workflowId, stepId, values, idempotencyKey } satisfies WireResumeWorkflow
      return rest.callWorkflow('resume-workflow', body)
    }
    case 'retry-step': {
      const { workflowId, stepId } = command
      const body = { conversationId, workflowId, stepId, idempotencyKey } satisfies WireRetryStep
      return rest.callWorkflow('retry-step', body)
    }
    case 'cancel-workflow': {
      const { workflowId } = command
      const body = { conversationId, workflowId, idempotencyKey } satisfies WireCancelWorkflow
      return rest.callWorkflow('cancel-workflow', body)
    }
    case 'skip-connection':
      return rest.rejectConnection(command.attemptId)
  }
}

const outcomeOf = (result: Result<unknown>): Outcome =>
  result.type === 'value'
    ? { status: 'accepted', runId: null }
    : { status: 'failed', failure: result.failure }

/** Opens one conversation of a Headless API; nothing is requested until something is asked of it. */
export const openConnection = (
  conversationId: ConversationId,
  outerSink: TransportSink,
  options: ConnectionOptions,
): TransportConnection => {
  const closing = new AbortController()
  const { profile } = options
  const links = createLinkMemory()
  const open = untilClosed(outerSink, closing.signal)
  const sink: TransportSink = {
    ...open,
    receive: (facts) => {
      links.remember(facts)
      open.receive(facts)
    },
  }
  const request = createRequest({
    ...options.request,
    signal: closing.signal,
    report: (report) => sink.report(report),
  })
  const rest = createRest(request, options.paging)
  const streams = createRunStreams({
    conversationId,
    request,
    profile,
    slot: createStreamSlot({ ...options, sink }),
    sink,
  })
  const reader = { rest, profile, knownLink: links.get, firstTold: links.firstTold }

  return {
    submit: async (command, intentId) =>
      command.type === 'send-message'
        ? streams.send(command, intentId)
        : outcomeOf(await perform(rest, conversationId, command, intentId)),
    read: async (what) => {
      const result = await readConversationFacts(reader, conversationId, what)
      if (result.status === 'read') links.remember(result.facts)
      return result
    },
    upload: async (file, watch) => {
      try {
        const { uploadFile } = await import('./upload-file.ts')
        const canProgress = !options.hasOwnFetch && 'XMLHttpRequest' in globalThis
        return await uploadFile({ rest, clock: options.clock, conversationId, canProgress }, file, watch)
      } catch {
        // The part of the page that does it has not come: offline, or a new version is out.
        return { status: 'failed', failure: createFailure('unreachable') }
      }
    },
    resume: streams.resume,
    renewLink: async (attemptId) => {
      const { facts, failure } = await readLink(reader, attemptId)
      if (failure) return { status: 'failed', failure }
      return { status: 'read', facts, isExpired: false, problems: [] }
    },
    stopListening: streams.stop,
    // Between two streams there is nothing that waits: the session reads when it is woken.
    wake: () => {},
    close: () => {
      closing.abort()
      streams.stop()
    },
  }
}
