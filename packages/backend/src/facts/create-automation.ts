import type { JsonObject } from '@threadwork/engine'
import type { BackendClock } from '../clock.ts'
import type { MakeId } from '../ids.ts'
import { createRunner } from '../runs/create-runner.ts'
import type { RunnerPorts } from '../runs/run-ports.ts'
import type { Runner } from '../runs/runner.ts'
import type { RunRecord } from '../store/run-records.ts'
import type { Store } from '../store/store.ts'
import { type UnitOfWork, createUnitOfWork } from '../store/unit-of-work.ts'
import { type Contacts, createContacts } from './contacts.ts'
import { type Dispatcher, type DispatcherPorts, createDispatcher } from './dispatcher.ts'
import { type Facts, createFacts } from './facts.ts'
import { createLocalPerformers } from './local-performers.ts'
import { worldOf } from './world-of.ts'

/** What runs workflows, and what starts them. */
export interface Automation {
  readonly unit: UnitOfWork
  readonly runner: Runner
  readonly facts: Facts
  readonly contacts: Contacts
  readonly dispatcher: Dispatcher
}

/** What an automation is made of. The parts that the automation makes itself are given to those that perform. */
export interface AutomationPorts extends Pick<
  RunnerPorts,
  'kernel' | 'random' | 'limitsOf' | 'maskOf' | 'chooseEdge'
> {
  readonly store: Store
  readonly clock: BackendClock
  readonly makeId: MakeId
  readonly sessionIdleMs: number
  /** A run as the API tells it, for steps that fetch one. */
  readonly tellRun: (record: RunRecord) => JsonObject
  readonly listening: DispatcherPorts['listening']
  readonly intents: DispatcherPorts['intents']
  readonly judge: DispatcherPorts['judge']
  readonly performers: (made: Pick<Automation, 'unit' | 'facts'>) => RunnerPorts['performers']
  readonly reportDefect: (error: unknown) => void
}

/** Puts runner, facts and dispatcher together. Nothing runs before `runner.resume`. */
export function createAutomation(ports: AutomationPorts): Automation {
  const { store, clock, makeId, reportDefect } = ports
  const unit = createUnitOfWork(store, reportDefect)
  const contacts = createContacts({ store, clock })
  const dispatcher = createDispatcher({
    unit,
    listening: ports.listening,
    intents: ports.intents,
    judge: ports.judge,
    now: () => clock.now(),
    saidIn: (conversationId) =>
      store
        .list('messages', conversationId)
        .filter(({ source }) => source === 'user')
        .map(({ content }) => content),
    runner: () => runner,
    facts: () => facts,
    goOn: (work) => void work.catch(reportDefect),
  })
  const facts = createFacts({
    store,
    unit,
    clock,
    makeId,
    contacts,
    sessionIdleMs: ports.sessionIdleMs,
    refuse: (event) => dispatcher.refuse(event),
    onEvent: (event) => dispatcher.onEvent(event),
  })
  const runner = createRunner({
    kernel: ports.kernel,
    store,
    unit,
    clock,
    random: ports.random,
    makeId,
    local: createLocalPerformers({ store, facts: () => facts, tellRun: ports.tellRun }),
    performers: ports.performers({ unit, facts }),
    chooseEdge: ports.chooseEdge,
    limitsOf: ports.limitsOf,
    maskOf: ports.maskOf,
    worldOf: (record, input) => worldOf(facts, record, input),
    reportDefect,
  })
  return { unit, runner, facts, contacts, dispatcher }
}
