import {
  type JsonObject,
  type Workflow,
  type WorkflowNode,
  listenedEvents,
  matchTrigger,
  triggerData,
} from '@threadwork/engine'
import type { Runner } from '../runs/runner.ts'
import type { RunRecord } from '../store/run-records.ts'
import type { UnitOfWork } from '../store/unit-of-work.ts'
import type { Facts } from './facts.ts'
import type { FactsEvent, FactsOwner } from './facts-event.ts'
import { type JudgePorts, judgeTrigger, sentenceOf } from './judge-trigger.ts'

/** How many runs may be started one by the other: the loops that nobody saw end here. */
export const longestChain = 8

/** The live workflows of a team, and what their runs are given. */
export interface Listening {
  /** The active version of every active workflow. */
  workflows(teamId: string): readonly Workflow[]
  globals(teamId: string): { readonly globals: JsonObject; readonly secretNames: readonly string[] }
}

/** Starts what listens. */
export interface Dispatcher {
  /** Why an event must not happen: it would make a chain of runs too long. */
  refuse(event: FactsEvent): string | null
  /** Starts every live workflow whose trigger an event fires, inside the event's transaction. */
  onEvent(event: FactsEvent): void
  /**
   * Starts the workflows that listen for what is said during a conversation and find it in a message. The same `key` is
   * the same message: what it started before is not started again.
   */
  onMessage(owner: FactsOwner, text: string, key?: string): Promise<readonly RunRecord[]>
}

/** What a dispatcher works with. */
export interface DispatcherPorts extends JudgePorts {
  readonly unit: UnitOfWork
  readonly listening: Listening
  readonly runner: () => Pick<Runner, 'start'>
  readonly facts: () => Facts
  /** Keeps a judgement alive that goes on behind an event; what it throws is a defect. */
  readonly goOn: (work: Promise<unknown>) => void
}

export function createDispatcher(ports: DispatcherPorts): Dispatcher {
  const heard = (teamId: string, isHeard: (trigger: WorkflowNode) => boolean): readonly Heard[] =>
    ports.listening.workflows(teamId).flatMap((workflow) => {
      const trigger = workflow.nodes.find(isHeard)
      return trigger ? [{ workflow, trigger }] : []
    })
  const start = (event: FactsEvent, workflow: Workflow, key: string | null): RunRecord =>
    ports.runner().start({
      teamId: event.teamId,
      workflow,
      mode: 'production',
      trigger: { ...dataOf(event.event), chain: event.cause.depth + 1 },
      variables: {},
      ...ports.listening.globals(event.teamId),
      conversationId: event.conversationId,
      idempotencyKey: key,
    })
  const startIfTrue = async (
    event: FactsEvent,
    { workflow, trigger }: Heard,
    key: string | null,
  ): Promise<RunRecord | null> =>
    (await ports.judge(sentenceOf(trigger), event)) ? start(event, workflow, key) : null
  // What can be told at once starts in the event's own transaction; a model is asked behind it.
  const startListening = (
    event: FactsEvent,
    candidates: readonly Heard[],
    key: string | null = null,
  ): Started => {
    const judged = candidates.map((heardBy) => ({ heardBy, verdict: judgeTrigger(ports, heardBy, event) }))
    const runs = judged.flatMap(({ heardBy, verdict }) =>
      verdict === true ? start(event, heardBy.workflow, key) : [],
    )
    const asked = judged.filter(({ verdict }) => verdict === 'ask').map(({ heardBy }) => heardBy)
    return { runs, ask: () => Promise.all(asked.map((heardBy) => startIfTrue(event, heardBy, key))) }
  }
  return {
    refuse: (event) => {
      if (event.cause.depth < longestChain) return null
      const [first] = heard(event.teamId, (trigger) => isFired(trigger, event.event))
      return first ? tooLong(first.workflow) : null
    },
    onEvent: (event) => {
      const fired = heard(event.teamId, (trigger) => isFired(trigger, event.event))
      for (const { workflow, trigger } of fired)
        if (trigger.type === event.event.type) start(event, workflow, null)
      const after = fired.filter(({ trigger }) => trigger.type !== event.event.type)
      const { ask } = startListening(event, after)
      if (after.length > 0) ports.unit.afterKept(() => ports.goOn(ask()))
    },
    onMessage: async (owner, text, key) => {
      const { runs, ask } = ports.unit.run(() =>
        startListening(messageEvent(ports.facts(), owner, text), heard(owner.teamId, isDuring), key),
      )
      return [...runs, ...(await ask()).filter((run) => run !== null)]
    },
  }
}

interface Started {
  readonly runs: readonly RunRecord[]
  readonly ask: () => Promise<readonly (RunRecord | null)[]>
}

interface Heard {
  readonly workflow: Workflow
  readonly trigger: WorkflowNode
}

// A trigger of an event's own type judges labels and channel; one that listens after a conversation is judged by what was said.
const isFired = (trigger: WorkflowNode, event: FactsEvent['event']): boolean =>
  (event.type !== 'message-received' && matchTrigger(trigger, event)) ||
  (trigger.type !== event.type && listenedEvents(trigger).some(({ type }) => type === event.type))

const talkTriggers: ReadonlySet<string> = new Set(['ai-decision', 'intent', 'hybrid', 'memory'])

/** Whether any of these workflows listens for what is said during a conversation. */
export const listensToTalk = (workflows: readonly Workflow[]): boolean =>
  workflows.some(({ nodes }) => nodes.some(isDuring))

const isDuring = ({ type, config }: WorkflowNode): boolean =>
  talkTriggers.has(type) && config['when'] !== 'after'

function messageEvent(facts: Facts, owner: FactsOwner, text: string): FactsEvent {
  const known = facts.open(owner)
  const message = { text }
  return {
    teamId: owner.teamId,
    conversationId: owner.conversationId,
    event: { ...facts.describe(known), type: 'message-received', message },
    cause: { depth: 0, message },
  }
}

function dataOf(event: FactsEvent['event']): JsonObject {
  if (event.type !== 'message-received') return triggerData(event)
  const { type, conversation, message } = event
  return { type, conversation: { ...conversation }, message: message && { ...message } }
}

const tooLong = ({ name }: Workflow): string =>
  `This would start “${name}” at the end of ${longestChain} runs that started each other, which is as long as such a chain may be. The workflows most likely go round in a circle: take one of their actions or triggers out.`
