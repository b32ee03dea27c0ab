import type {
  ChosenFile,
  Clock,
  Command,
  Fact,
  Failure,
  IntentId,
  LinkChange,
  Outcome,
  ReadRequest,
  ReadResult,
  RunId,
  TransportCapabilities,
  TransportSink,
  UploadOutcome,
  UploadWatch,
  WireReport,
} from '@threadwork/core'

/** What the wire brings, so many milliseconds after the transport was opened. */
export type ScriptStep =
  | { readonly at: number; readonly type: 'facts'; readonly facts: readonly Fact[] }
  | { readonly at: number; readonly type: 'link'; readonly change: LinkChange }
  | { readonly at: number; readonly type: 'report'; readonly report: WireReport }

export type AnswerCommand = (command: Command, intentId: IntentId) => Outcome | Promise<Outcome>
export type AnswerRead = (request: ReadRequest) => ReadResult | Promise<ReadResult>
export type AnswerResume = (runId: RunId, lastEventId: string | null) => boolean | Promise<boolean>

export type AnswerUpload = (file: ChosenFile, watch: UploadWatch) => UploadOutcome | Promise<UploadOutcome>

/** Everything is optional: a transport without a script is driven by hand. */
export interface TransportScript {
  readonly capabilities?: Partial<TransportCapabilities>
  /** Plays `steps` and waits out `answerAfter`; needed for both. */
  readonly clock?: Clock
  readonly steps?: readonly ScriptStep[]
  /** Milliseconds before any answer; 0 by default. */
  readonly answerAfter?: number
  /** Accepted by default. */
  readonly onSubmit?: AnswerCommand
  /** By default a read brings nothing. */
  readonly onRead?: AnswerRead
  /** By default a file arrives and is named after how many did. */
  readonly onUpload?: AnswerUpload
  /** A run cannot be resumed by default. */
  readonly onResume?: AnswerResume
}

export interface SubmittedCommand {
  readonly command: Command
  readonly intentId: IntentId
}

/** What the hand and the connections share. */
export interface ScriptedState {
  readonly script: TransportScript
  readonly submitted: SubmittedCommand[]
  readonly reads: ReadRequest[]
  readonly resumed: RunId[]
  readonly uploaded: ChosenFile[]
  readonly sinks: Set<TransportSink>
  readFailure: Failure | null
  commandFailure: Failure | null
  wakeCount: number
  held: Promise<void> | null
}
