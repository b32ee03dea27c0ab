import type { Attachment, AttachmentLimits, ChosenFile, UploadWatch } from './attachment.ts'
import type { Fact } from './facts.ts'
import type { AttemptId, CallId, ConversationId, FileId, IntentId, RunId, StepId, WorkflowId } from './ids.ts'

/** What a person can ask of a backend. One command is one effect, whatever happens on the way. */
export type Command =
  | { readonly type: 'send-message'; readonly text: string; readonly attachments?: readonly Attachment[] }
  | {
      readonly type: 'decide'
      readonly callId: CallId
      readonly scope: 'skill' | 'business'
      readonly resolution: 'approved' | 'rejected'
      readonly reason: string | null
      /** The digest of the call as it was shown; see `digestOfCall`. */
      readonly shown?: string
      /** The parameters with the person's changes, whole, in the place of those that were asked for. */
      readonly parameters?: Readonly<Record<string, unknown>>
    }
  | {
      readonly type: 'submit-form'
      readonly workflowId: WorkflowId | null
      readonly stepId: StepId
      readonly values: Readonly<Record<string, unknown>>
    }
  | { readonly type: 'retry-step'; readonly workflowId: WorkflowId | null; readonly stepId: StepId }
  | { readonly type: 'cancel-workflow'; readonly workflowId: WorkflowId | null }
  | { readonly type: 'skip-connection'; readonly attemptId: AttemptId }

export type CommandType = Command['type']

/** Why a backend or the way to it said no. Each is told to the person in its own words. */
export type FailureReason =
  /** The answer was lost: the command may have arrived. */
  | 'unknown-outcome'
  /** It surely did not leave: offline, or refused before a byte was sent. */
  | 'unreachable'
  | 'signed-out'
  | 'no-access'
  | 'not-found'
  /** 406: the agent has no client attached. */
  | 'not-available'
  /** 409: a turn runs, or the decision was already made. */
  | 'conflict'
  /** 410: what it was about is over. */
  | 'gone'
  /** 410: the time for a decision ran out. */
  | 'expired'
  /** 409: what the person was shown is not what the backend would do. */
  | 'changed'
  /** 422: see `fieldErrors`. */
  | 'invalid'
  /** 429 */
  | 'rate-limited'
  /** 413 */
  | 'too-large'
  | 'server-error'
  | 'protocol-error'
  | 'unsupported'

export interface Failure {
  readonly reason: FailureReason
  /** A sentence: what happened, why, what to do. Never server internals. */
  readonly message: string
  /** The backend's `X-Request-Id`, shown with the error. */
  readonly requestId: string | null
  /** Milliseconds to wait, where the backend says. */
  readonly retryAfter: number | null
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>
}

/** Commands never throw for what can be expected; a rejected promise is a defect of the transport. */
export type Outcome =
  /** The backend has it. `runId` is the run that the command's own stream named, when it already did. */
  | { readonly status: 'accepted'; readonly runId: RunId | null }
  | { readonly status: 'failed'; readonly failure: Failure }

/** An upload that failed may be repeated: a file that nobody's message names does no harm. */
export type UploadOutcome =
  | { readonly status: 'uploaded'; readonly fileId: FileId }
  | { readonly status: 'failed'; readonly failure: Failure }

export type StreamEndReason = 'finished' | 'eof' | 'error' | 'aborted' | 'interrupted' | 'idle'

/** What happens to the way to the backend; never part of the timeline. */
export type LinkChange =
  /** A stream is open. `intentId` is the message whose own stream it is; `runId` when it is known. */
  | { readonly type: 'opened'; readonly intentId: IntentId | null; readonly runId: RunId | null }
  /** The intent's own stream named its run. */
  | { readonly type: 'run-named'; readonly intentId: IntentId; readonly runId: RunId }
  /** A pull transport's stream is over; unless the turn is finished, the session recovers. */
  | {
      readonly type: 'ended'
      readonly reason: StreamEndReason
      /** Milliseconds, from `system.stream_interrupted`. */
      readonly retryAfter: number | null
      readonly failure: Failure | null
    }
  /** A push transport lost its connection and mends itself; it will report `reconnected`. */
  | {
      readonly type: 'reconnecting'
      readonly attempt: number
      readonly retryIn: number | null
      readonly failure: Failure | null
    }
  /** A push transport is whole again: its history was read and its buffered events were delivered. */
  | { readonly type: 'reconnected' }

/** What the wire brought that is not a fact: for the inspector and for quiet diagnosis. */
export interface WireReport {
  readonly type: 'event' | 'ping' | 'ignored' | 'malformed' | 'interrupted' | 'request' | 'problem'
  /** The wire's own name of the event, or method and path of the request. */
  readonly name: string
  /** A short text: `seq 4`, `ignored`, what was wrong. Never a token, never a whole payload. */
  readonly detail: string
  readonly bytes: number | null
  /** What came, as it came, and what it was taken for; for whoever inspects this page. It never leaves the page. */
  readonly heard?: HeardEvent
}

/** A wire event before and after its translation. */
export interface HeardEvent {
  readonly payload: unknown
  readonly facts: readonly Fact[]
}

/** Where a transport puts what it hears. The session implements it. */
export interface TransportSink {
  /** Facts from the live stream, in the order they came, a chunk at a time. */
  receive(facts: readonly Fact[]): void
  changeLink(change: LinkChange): void
  report(report: WireReport): void
}

/** What a recovery read is to bring. Times are server times in milliseconds. */
export interface ReadRequest {
  /** Read events from here on, inclusive; `null`: all that the backend still has. */
  readonly eventsSince: number | null
  /** Stop paging the history at the first page that contains this message; `null`: all pages. */
  readonly knownMessageId: string | null
  /** Connection attempts whose link is to be polled. */
  readonly attempts: readonly AttemptId[]
}

export type ReadResult =
  /** `problems`: the parts that failed while others came; what came is in `facts`. */
  | {
      readonly status: 'read'
      readonly facts: readonly Fact[]
      readonly isExpired: boolean
      readonly problems: readonly Failure[]
    }
  | { readonly status: 'failed'; readonly failure: Failure }

/** What a transport can do beyond the least. The page offers only what stands here. */
export interface TransportCapabilities {
  /** Shown in the inspector and in the header. */
  readonly name: 'headless' | 'signalr' | (string & {})
  /** `push`: one lasting connection that mends itself. `pull`: a stream for each message; the session recovers. */
  readonly delivery: 'push' | 'pull'
  /** Command types that carry an idempotency key, and may therefore be sent again after a lost answer. */
  readonly idempotent: readonly CommandType[]
  readonly commands: readonly CommandType[]
  /** What Stop does: end the run, or only stop listening to it. */
  readonly stop: 'cancel' | 'stop-listening'
  /**
   * What becomes of a message that is written while a turn runs. `queue`, when left out: the backend refuses it, so the
   * session keeps it and sends it when the turn is over. `send`: the backend takes it. `refuse`: the page explains.
   */
  readonly whileBusy?: 'queue' | 'send' | 'refuse'
  /** The files that a message may carry; none when left out. */
  readonly attachments?: AttachmentLimits
  /** An approval may carry changed parameters. */
  readonly canEditParameters?: boolean
}

export interface TransportConnection {
  /** Sends once. `intentId` doubles as the idempotency key. */
  submit(command: Command, intentId: IntentId): Promise<Outcome>
  /** One recovery fetch: state, history, events, links; all that came, as facts. */
  read(request: ReadRequest): Promise<ReadResult>
  /** Opens a run's stream again behind `lastEventId`; `false` where the backend cannot. Events arrive at the sink. */
  resume(runId: RunId, lastEventId: string | null): Promise<boolean>
  /** A fresh link for an expired one; the event's own link where the backend has no such endpoint. */
  renewLink(attemptId: AttemptId): Promise<ReadResult>
  /** Brings a file to the backend, for a message that carries it; where `attachments` says so. It never rejects. */
  upload?(file: ChosenFile, watch: UploadWatch): Promise<UploadOutcome>
  /** Ends the open stream without ending the run. */
  stopListening(): void
  /** Try now instead of waiting: the browser came online, the page became visible, the person asked. */
  wake(): void
  close(): void
}

/** A connection of a push transport whose lasting connection stands apart from its requests. */
export interface QuietConnection extends TransportConnection {
  /**
   * Begins to listen, or lets the lasting connection go, as often as it is asked; asking for what is so already changes
   * nothing. Each beginning leads to `reconnected`. After letting go nothing is heard, and nothing is told.
   */
  listen(isListening: boolean): void
}

/** The port that an adapter implements. It holds no state of a conversation: that is the ledger's. */
export interface Transport {
  readonly capabilities: TransportCapabilities
  open(conversationId: ConversationId, sink: TransportSink): TransportConnection
  /** A push transport's connection that only asks until it is told to listen: for tabs that share what one of them hears. */
  openQuiet?(conversationId: ConversationId, sink: TransportSink): QuietConnection
}
