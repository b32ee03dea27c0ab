import type { Fact, RunId } from '@threadwork/core'
import { createEar } from './conformance-ear.ts'
import { everything } from './conformance-rules.ts'
import type { ConformanceSubject } from './conformance-subject.ts'
import { printStatus, printTimeline, printWorkflows } from './scenario-print.ts'
import type { Scenario, ScenarioStep } from './scenario-step.ts'
import { createScenarioWorld, type ScenarioWorld } from './scenario-world.ts'

interface Stage {
  readonly world: ScenarioWorld
  /** Puts a step on the wire, or does it here when it is this client's own. */
  take(step: ScenarioStep, next: readonly ScenarioStep[]): Promise<void>
  /** Reads all that the backend keeps. */
  readAll(): Promise<void>
  close(): void
}

const createStage = (subject: ConformanceSubject, patience: number): Stage => {
  const world = createScenarioWorld()
  const isPull = subject.transport.capabilities.delivery === 'pull'
  const hear = (fact: Fact): void => world.take({ type: 'heard', fact })
  const ear = createEar({ transport: subject.transport, patience, onFact: hear })
  let stream: 'none' | 'open' | 'cut' = isPull ? 'none' : 'open'
  let streamRun: RunId | null = null

  const readAll = async (): Promise<void> => {
    const attempts = world.conversation.items.flatMap((item) =>
      item.kind === 'connection' ? [item.attemptId] : [],
    )
    const result = await ear.connection.read({ ...everything, attempts })
    if (result.status === 'failed') throw new Error(`The read failed: ${result.failure.message}`)
    world.take({ type: 'read', facts: result.facts })
  }

  // A run is heard on the stream of its own message; what comes later than its end only a read brings.
  const openFor = async (runId: RunId | null): Promise<boolean> => {
    if (!isPull) return true
    if (stream === 'open' && (runId === null || streamRun === null || runId === streamRun)) return true
    if (stream === 'cut' || runId === null || world.conversation.items.some((item) => item.runId === runId))
      return false
    await ear.send()
    stream = 'open'
    streamRun = null
    return true
  }

  const say = async (fact: Extract<Fact, { type: 'event' }>): Promise<void> => {
    const { event } = fact
    if (isPull && event.seq !== null) await subject.keep([fact])
    if (!(await openFor(event.runId))) return
    streamRun = event.runId ?? streamRun
    // Not just any fact: a push transport may be reading its history at the same time.
    const count = (): number => ear.facts.filter(({ type }) => type === 'event').length
    const before = count()
    await subject.say([event])
    await ear.until(() => count() > before)
    if (isPull && event.type === 'turn-ended') stream = 'none'
  }

  const cut = async (next: readonly ScenarioStep[]): Promise<void> => {
    // A push transport reads as soon as it is back: what that read is to bring has to stand before.
    if (!isPull) for (const step of next) if (step.type === 'read') await subject.keep(step.facts)
    const before = ear.changes.length
    await subject.cut()
    stream = isPull ? 'cut' : 'open'
    const isBack = (): boolean => ear.changes.slice(before).some(({ type }) => type === 'reconnected')
    await ear.until(() => (isPull ? ear.changes.length > before : isBack()))
  }

  const take = async (step: ScenarioStep, next: readonly ScenarioStep[]): Promise<void> => {
    if (step.type === 'heard') {
      if (step.fact.type === 'event') return say(step.fact)
      if (step.fact.type === 'decision') return world.take(step)
      return subject.keep([step.fact])
    }
    if (step.type === 'read') {
      await subject.keep(step.facts)
      return readAll()
    }
    if (step.type !== 'signal') return world.take(step)
    if (step.signal !== 'ping' && step.signal !== 'reconnected') return cut(next)
  }

  return { world, take, readAll, close: () => ear.connection.close() }
}

const compare = (expected: readonly string[], actual: readonly string[]): void => {
  if (expected.join('\n') === actual.join('\n')) return
  throw new Error(
    `expected ${expected.join(' | ') || 'nothing'}; came out ${actual.join(' | ') || 'nothing'}`,
  )
}

/** Plays a scenario over a transport: what its wire carries must show what the scenario says. */
export const playOverTransport = async (
  scenario: Scenario,
  subject: ConformanceSubject,
  patience: number,
): Promise<void> => {
  const stage = createStage(subject, patience)
  try {
    for (const [index, step] of scenario.steps.entries())
      await stage.take(step, scenario.steps.slice(index + 1))
    if (scenario.wire === 'sse') await stage.readAll()
    const { items, phase } = stage.world.conversation
    if (scenario.wire === 'signalr') {
      compare(
        scenario.want,
        printWorkflows(items, (form) => stage.world.readDraft(form)),
      )
    } else {
      const status = scenario.status === null ? [] : [scenario.status]
      compare(
        [...scenario.timeline, ...status],
        [...printTimeline(items), ...status.map(() => printStatus(phase))],
      )
    }
  } finally {
    stage.close()
  }
}
