export { named } from './named.ts'
export { decodeScenarios } from './scenario-decode.ts'
export { ScenarioError } from './scenario-error.ts'
export { printStatus, printTimeline, printWorkflows, type ReadDraft } from './scenario-print.ts'
export { parseHubEvent } from './scenario-signalr-notation.ts'
export { parseHistoryMessage, parseSseEvent } from './scenario-sse-notation.ts'
export type { Scenario, ScenarioSignal, ScenarioStep, SignalrScenario, SseScenario } from './scenario-step.ts'
export { memoryStorage, type MemoryStorage } from './memory-storage.ts'
export { failureOf } from './scripted-failure.ts'
export type {
  AnswerCommand,
  AnswerRead,
  AnswerResume,
  ScriptStep,
  SubmittedCommand,
  TransportScript,
} from './scripted-state.ts'
export { scriptedTransport, type ScriptedTransport } from './scripted-transport.ts'
export type { DecodedTape, RecordOptions, TapeEntry, TapeHead } from '@threadwork/core/inspect'
export type { Recording } from './tape-record.ts'
export type { ReplayOptions } from './tape-replay.ts'
export { tape } from './tape.ts'
export { seededRandom, virtualClock, type VirtualClock, type VirtualClockOptions } from './virtual-clock.ts'
export type { ProxiedConnection } from './fault-connection.ts'
export { faultProxy, type FaultProxy, type FaultProxyOptions } from './fault-proxy.ts'
export type { Fault, FaultMoment } from './fault.ts'
export { playScenario, type PlayOptions, type ScenarioResult } from './scenario-play.ts'
export type { ConformanceFactory, ConformanceResult, ConformanceSubject } from './conformance-subject.ts'
export { conformance, type ConformanceOptions } from './conformance.ts'
