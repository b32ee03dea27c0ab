import type {
  ChosenFile,
  ConversationId,
  Fact,
  Failure,
  LinkChange,
  ReadRequest,
  RunId,
  StreamEndReason,
  Transport,
  TransportCapabilities,
  TransportSink,
  WireReport,
} from '@threadwork/core'
import { createScriptedConnection } from './scripted-connection.ts'
import { failureOf } from './scripted-failure.ts'
import type { ScriptedState, SubmittedCommand, TransportScript } from './scripted-state.ts'

/** A transport in a test's hands: what it was asked, and what it is to bring. */
export interface ScriptedTransport extends Transport {
  /** Every command that was submitted, in order: a decision that was sent twice stands here twice. */
  readonly submitted: readonly SubmittedCommand[]
  readonly reads: readonly ReadRequest[]
  readonly resumed: readonly RunId[]
  readonly uploaded: readonly ChosenFile[]
  readonly opened: readonly ConversationId[]
  readonly wakeCount: number
  /** How many connections are open now. */
  readonly openCount: number
  push(...facts: readonly Fact[]): void
  report(report: WireReport): void
  changeLink(change: LinkChange): void
  /** Ends the stream; `eof` by default, which is never the end of a turn. */
  end(reason?: StreamEndReason, retryAfter?: number | null): void
  /** Every read fails with this from now on; `null`: reads answer again. */
  failReads(failure: Partial<Failure> | null): void
  /** Every command fails with this from now on; `null`: commands are answered again. */
  failCommands(failure: Partial<Failure> | null): void
  /** Keeps every answer back until the returned function is called. */
  holdAnswers(): () => void
}

const defaultCapabilities: TransportCapabilities = {
  name: 'scripted',
  delivery: 'pull',
  idempotent: [],
  commands: ['send-message', 'decide', 'submit-form', 'retry-step', 'cancel-workflow', 'skip-connection'],
  stop: 'stop-listening',
}

/** A transport without a wire. It plays a script on a clock, or does what a test tells it at once. */
export const scriptedTransport = (script: TransportScript = {}): ScriptedTransport => {
  if (script.clock === undefined && (script.steps !== undefined || script.answerAfter !== undefined))
    throw new TypeError(
      'A script with times cannot be played without a clock: pass `clock`, such as virtualClock().',
    )
  const opened: ConversationId[] = []
  const state: ScriptedState = {
    script,
    submitted: [],
    reads: [],
    resumed: [],
    uploaded: [],
    sinks: new Set(),
    readFailure: null,
    commandFailure: null,
    wakeCount: 0,
    held: null,
  }
  const tell = (say: (sink: TransportSink) => void): void => {
    for (const sink of state.sinks) say(sink)
  }
  return {
    capabilities: { ...defaultCapabilities, ...script.capabilities },
    open: (conversationId, sink) => {
      opened.push(conversationId)
      return createScriptedConnection(state, sink)
    },
    submitted: state.submitted,
    reads: state.reads,
    resumed: state.resumed,
    uploaded: state.uploaded,
    opened,
    get wakeCount() {
      return state.wakeCount
    },
    get openCount() {
      return state.sinks.size
    },
    push: (...facts) => tell((sink) => sink.receive(facts)),
    report: (report) => tell((sink) => sink.report(report)),
    changeLink: (change) => tell((sink) => sink.changeLink(change)),
    end: (reason = 'eof', retryAfter = null) =>
      tell((sink) => sink.changeLink({ type: 'ended', reason, retryAfter, failure: null })),
    failReads: (failure) => {
      state.readFailure = failure === null ? null : failureOf(failure)
    },
    failCommands: (failure) => {
      state.commandFailure = failure === null ? null : failureOf(failure)
    },
    holdAnswers: () => {
      let release = (): void => undefined
      state.held = new Promise((resolve) => {
        release = () => {
          state.held = null
          resolve()
        }
      })
      return () => release()
    },
  }
}
