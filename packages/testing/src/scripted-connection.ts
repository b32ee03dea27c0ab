import type { ReadResult, Timer, TransportConnection, TransportSink } from '@threadwork/core'
import { named } from './named.ts'
import { failureOf } from './scripted-failure.ts'
import type { ScriptedState, ScriptStep } from './scripted-state.ts'

const play = (step: ScriptStep, sink: TransportSink): void => {
  if (step.type === 'facts') sink.receive(step.facts)
  else if (step.type === 'link') sink.changeLink(step.change)
  else sink.report(step.report)
}

const nothing: ReadResult = { status: 'read', facts: [], isExpired: false, problems: [] }

/** One opened connection of a scripted transport. */
export const createScriptedConnection = (state: ScriptedState, sink: TransportSink): TransportConnection => {
  const { script } = state
  const timers: Timer[] = []
  let isOpen = true
  state.sinks.add(sink)
  for (const step of script.steps ?? []) {
    const timer = script.clock?.after(step.at, () => play(step, sink))
    if (timer !== undefined) timers.push(timer)
  }

  const wait = async (): Promise<void> => {
    const { answerAfter = 0, clock } = script
    if (answerAfter > 0 && clock !== undefined)
      await new Promise<void>((done) => clock.after(answerAfter, done))
    await state.held
  }

  const read = async (answer: () => ReadResult | Promise<ReadResult>): Promise<ReadResult> => {
    await wait()
    return state.readFailure === null ? answer() : { status: 'failed', failure: state.readFailure }
  }

  return {
    submit: async (command, intentId) => {
      state.submitted.push({ command, intentId })
      await wait()
      if (state.commandFailure !== null) return { status: 'failed', failure: state.commandFailure }
      if (!isOpen) return { status: 'failed', failure: failureOf({ reason: 'unreachable' }) }
      return script.onSubmit?.(command, intentId) ?? { status: 'accepted', runId: null }
    },
    read: (request) => {
      state.reads.push(request)
      return read(() => script.onRead?.(request) ?? nothing)
    },
    upload: async (file, watch) => {
      state.uploaded.push(file)
      const name = `file-${state.uploaded.length}`
      await wait()
      return script.onUpload?.(file, watch) ?? { status: 'uploaded', fileId: named.file(name) }
    },
    resume: async (runId, lastEventId) => {
      state.resumed.push(runId)
      await wait()
      return script.onResume?.(runId, lastEventId) ?? false
    },
    renewLink: (attemptId) =>
      read(
        () => script.onRead?.({ eventsSince: null, knownMessageId: null, attempts: [attemptId] }) ?? nothing,
      ),
    stopListening: () =>
      sink.changeLink({ type: 'ended', reason: 'aborted', retryAfter: null, failure: null }),
    wake: () => {
      state.wakeCount += 1
    },
    close: () => {
      isOpen = false
      state.sinks.delete(sink)
      for (const timer of timers) timer.cancel()
    },
  }
}
