import type { ConversationEvent } from '@threadwork/core'
import { createEar } from './conformance-ear.ts'
import { conformanceRules, everything, type ConformanceRule } from './conformance-rules.ts'
import { playOverTransport } from './conformance-scenario.ts'
import type { ConformanceFactory, ConformanceResult, ConformanceSubject } from './conformance-subject.ts'
import { named } from './named.ts'
import type { Scenario } from './scenario-step.ts'
import { timeOf } from './scenario-time.ts'

export interface ConformanceOptions {
  /** Played besides the port's rules, such as `decodeScenarios` gives; those of the other wire are left out. */
  readonly scenarios?: readonly Scenario[]
  /** Which family of events the wire carries: turns and skills, or workflows. `sse` by default. */
  readonly wire?: Scenario['wire']
  /** Milliseconds to wait for what should come, and for what should not; 250 by default. */
  readonly patience?: number
}

const skillEvents = (count: number): readonly ConversationEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'skill-running',
    runId: named.run('r1'),
    seq: index + 1,
    at: timeOf(index),
    eventId: `e${index + 1}`,
    skillName: `Skill${index + 1}`,
    skillId: null,
    callId: null,
  }))

const stepEvents = (count: number): readonly ConversationEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'step-started',
    runId: null,
    seq: null,
    at: null,
    eventId: null,
    workflowId: null,
    stepId: named.step(`s${index + 1}`),
    message: `Step ${index + 1}`,
  }))

const problemOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const attempt = async (
  name: string,
  createSubject: ConformanceFactory,
  check: (subject: ConformanceSubject) => Promise<void>,
): Promise<ConformanceResult> => {
  const subject = await createSubject()
  try {
    await check(subject)
    return { name, status: 'passed', problem: null }
  } catch (error) {
    return { name, status: 'failed', problem: problemOf(error) }
  } finally {
    await subject.close()
  }
}

/**
 * Holds a transport to the port's rules, and to the recovery scenarios that it is given, each against a fresh backend.
 * Needs no test runner: a result for each, in their order; nothing is thrown for what a transport does wrong.
 */
export const conformance = async (
  createSubject: ConformanceFactory,
  { scenarios = [], wire = 'sse', patience = 250 }: ConformanceOptions = {},
): Promise<readonly ConformanceResult[]> => {
  const checkRule = (rule: ConformanceRule) => async (subject: ConformanceSubject) => {
    const ear = createEar({ transport: subject.transport, patience })
    const isPull = subject.transport.capabilities.delivery === 'pull'
    // A push transport has to be there before something is said; its first read tells that it is.
    const openStream = async (): Promise<void> =>
      void (await (isPull ? ear.send() : ear.connection.read(everything)))
    try {
      await rule.check({ subject, ear, openStream, events: wire === 'sse' ? skillEvents : stepEvents })
    } finally {
      ear.connection.close()
    }
  }
  const results: ConformanceResult[] = []
  for (const rule of conformanceRules) results.push(await attempt(rule.name, createSubject, checkRule(rule)))
  for (const scenario of scenarios.filter((each) => each.wire === wire))
    results.push(
      await attempt(`${scenario.id} ${scenario.title}`, createSubject, (subject) =>
        playOverTransport(scenario, subject, patience),
      ),
    )
  return results
}
