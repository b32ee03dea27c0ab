import type { WorkflowGraph } from '../workflow.ts'
import { actionEvents, type CausedEvent } from './action-events.ts'
import type { ConversationEventType } from './conversation-event.ts'
import { type ListenedEvent, listenedEvents } from './listened-events.ts'

/** A workflow as loops are looked for in it. */
export interface LoopWorkflow {
  readonly id: string
  readonly name: string
  readonly graph: WorkflowGraph
}

/** A node of a workflow that causes the event that starts the next one. */
export interface LoopStep {
  readonly workflowId: string
  readonly name: string
  readonly nodeId: string
  readonly event: ConversationEventType
}

/** A way round, from a workflow to itself; the last step starts the first workflow again. */
export type Loop = readonly LoopStep[]

/**
 * The loops among workflows that listen: for each workflow the shortest way on which its actions start it again, each
 * loop once. Labels that are written out keep two workflows apart; conditions do not, for they can hold.
 */
export function findLoops(workflows: readonly LoopWorkflow[]): readonly Loop[] {
  const ends = workflows.map(endsOf)
  const starts = ends.map(({ causes }) => ends.map(({ listens }) => startOf(causes, listens)))
  const loops = new Map<string, Loop>()
  for (const [index] of workflows.entries()) {
    const loop = shortestLoop(index, starts)
    if (loop) loops.set(sameLoop(loop), loops.get(sameLoop(loop)) ?? loop)
  }
  return [...loops.values()]
}

/** Where events go out of a workflow, and where they come in. */
interface Ends {
  readonly causes: readonly { readonly step: LoopStep; readonly event: CausedEvent }[]
  readonly listens: readonly ListenedEvent[]
}

const endsOf = ({ id, name, graph }: LoopWorkflow): Ends => ({
  causes: graph.nodes.flatMap((node) =>
    actionEvents(node).map((event) => ({
      step: { workflowId: id, name, nodeId: node.id, event: event.type },
      event,
    })),
  ),
  listens: graph.nodes.flatMap(listenedEvents),
})

/** The first step by which one workflow starts another, or `null`. */
const startOf = (causes: Ends['causes'], listens: Ends['listens']): LoopStep | null =>
  causes.find(({ event }) => listens.some((heard) => meet(event, heard)))?.step ?? null

function meet(caused: CausedEvent, heard: ListenedEvent): boolean {
  if (caused.type !== heard.type) return false
  if (caused.labels === null || heard.labels === null) return true
  const wanted = new Set(heard.labels.map((label) => label.toLowerCase()))
  return caused.labels.some((label) => wanted.has(label.toLowerCase()))
}

type Starts = readonly (readonly (LoopStep | null)[])[]

function shortestLoop(first: number, starts: Starts): Loop | null {
  const ways: { readonly at: number; readonly steps: Loop }[] = [{ at: first, steps: [] }]
  const seen = new Set<number>()
  for (const { at, steps } of ways) {
    for (const [next, step] of (starts[at] ?? []).entries()) {
      if (step === null) continue
      if (next === first) return [...steps, step]
      if (!seen.has(next)) ways.push({ at: next, steps: [...steps, step] })
      seen.add(next)
    }
  }
  return null
}

// The same workflows in a ring are one loop, wherever it is begun.
const sameLoop = (loop: Loop): string => JSON.stringify(loop.map((step) => step.workflowId).toSorted())
