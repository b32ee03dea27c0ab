import type { Edge, EdgeType } from '../edge.ts'
import { holds } from '../text/holds.ts'
import type { Scope } from '../text/scope.ts'
import { nodeOf } from './draft.ts'
import type { Run, Step } from './run.ts'

/** A sentence that a model judges, and the edge that is followed if it holds. */
export interface Candidate {
  readonly edgeId: string
  readonly condition: string
}

/** Where a lane goes from a step: along an edge, nowhere, or where a model says. */
export type Way =
  | { readonly type: 'edge'; readonly edge: Edge }
  | { readonly type: 'choice'; readonly candidates: readonly Candidate[] }
  | { readonly type: 'none' }

const usualWays: readonly EdgeType[] = ['direct', 'conditional']

/** The way out of a step that is done; `branch` is what its node decided. */
export function wayOut(run: Run, step: Step, branch: 'true' | 'false' | null, scope: Scope): Way {
  const ways = nodeOf(run, step.nodeId).kind?.ways ?? usualWays
  const decided = branch !== null && ways.includes(branch) ? edgeOf(run, step, branch) : undefined
  if (decided) return along(decided)
  const conditional = ways.includes('conditional') ? conditionalEdges(run, step) : []
  const firstComputed = conditional.findIndex((edge) => isMet(edge, scope))
  const candidates = sentencesIn(firstComputed < 0 ? conditional : conditional.slice(0, firstComputed))
  if (candidates.length > 0) return { type: 'choice', candidates }
  return wayBeside(run, step, scope)
}

/** The way out of a step where no sentence holds: the first computed condition that does, else the direct edge. */
export function wayBeside(run: Run, step: Step, scope: Scope): Way {
  const ways = nodeOf(run, step.nodeId).kind?.ways ?? usualWays
  const conditional = ways.includes('conditional') ? conditionalEdges(run, step) : []
  return along(
    conditional.find((edge) => isMet(edge, scope)) ??
      (ways.includes('direct') ? edgeOf(run, step, 'direct') : undefined),
  )
}

/** The way out of a step whose failure does not stop the run. */
export const wayAfterFailure = (run: Run, step: Step): Way =>
  along(edgeOf(run, step, 'false') ?? edgeOf(run, step, 'direct'))

/** The conditional edge of this id, if a model could have chosen it. */
export const chosenEdge = (run: Run, step: Step, edgeId: string): Edge | undefined =>
  conditionalEdges(run, step).find((edge) => edge.id === edgeId && typeof edge.condition === 'string')

/** The edges that start lanes of their own. */
export const companionEdges = (run: Run, step: Step): readonly Edge[] => edgesOf(run, step, 'companion')

const along = (edge: Edge | undefined): Way => (edge ? { type: 'edge', edge } : { type: 'none' })

const edgesOf = (run: Run, step: Step, type: EdgeType): readonly Edge[] =>
  run.workflow.edges.filter((edge) => edge.source === step.nodeId && edge.type === type)

const edgeOf = (run: Run, step: Step, type: EdgeType): Edge | undefined => edgesOf(run, step, type)[0]

// Sorting keeps the order of equals.
const conditionalEdges = (run: Run, step: Step): readonly Edge[] =>
  edgesOf(run, step, 'conditional').toSorted((left, right) => (left.priority ?? 0) - (right.priority ?? 0))

const isMet = ({ condition }: Edge, scope: Scope): boolean =>
  condition !== undefined && typeof condition !== 'string' && holds(condition, scope)

const sentencesIn = (edges: readonly Edge[]): readonly Candidate[] =>
  edges.flatMap(({ id, condition }) => (typeof condition === 'string' ? [{ edgeId: id, condition }] : []))
