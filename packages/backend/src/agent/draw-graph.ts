import {
  type Comparison,
  type DataPoint,
  type Edge,
  type EdgeType,
  type JsonObject,
  type ParameterNote,
  type Presentation,
  type WorkflowGraph,
  type WorkflowNode,
  defaultSettings,
} from '@threadwork/engine'
import type { Skill } from './skill.ts'

/** One node of a story that is told from its beginning to its end, and where it may part. */
export interface Part {
  /** Default: the type and a number. */
  readonly id?: string
  readonly type: string
  readonly name: string
  readonly config: JsonObject
  /** Told by whichever of the two happens; a part with ways is the last of its list. */
  readonly ways?: { readonly true: readonly Part[]; readonly false: readonly Part[] }
  /** Told instead of what comes next while its condition holds. */
  readonly when?: { readonly condition: Comparison; readonly parts: readonly Part[] }
  /** Told beside what comes next. */
  readonly beside?: readonly (readonly Part[])[]
}

interface Drawing {
  readonly nodes: WorkflowNode[]
  readonly edges: Edge[]
}

/** Draws a story as a graph that somebody starts by hand. Ids are numbers in the order of the telling, behind a word. */
export function drawGraph(parts: readonly Part[], presentation: Presentation = 'turn'): WorkflowGraph {
  const drawing: Drawing = {
    nodes: [{ id: 'start', type: 'manual', name: 'Start', config: {} }],
    edges: [],
  }
  drawAfter(drawing, 'start', 'direct', parts)
  return { ...drawing, settings: { ...defaultSettings, presentation } }
}

function drawAfter(
  drawing: Drawing,
  source: string,
  way: EdgeType,
  parts: readonly Part[],
  condition?: Comparison,
): void {
  const [part, ...rest] = parts
  if (!part) return
  const id = part.id ?? `${part.type}-${drawing.nodes.length}`
  drawing.nodes.push({ id, type: part.type, name: part.name, config: part.config })
  const { edges } = drawing
  const edge = { id: `edge-${edges.length + 1}`, source, target: id, type: way }
  edges.push(condition === undefined ? edge : { ...edge, condition })
  if (part.when) drawAfter(drawing, id, 'conditional', part.when.parts, part.when.condition)
  if (part.ways) {
    drawAfter(drawing, id, 'true', part.ways.true)
    drawAfter(drawing, id, 'false', part.ways.false)
  }
  drawAfter(drawing, id, 'direct', rest)
  for (const lane of part.beside ?? []) drawAfter(drawing, id, 'companion', lane)
}

/** Scripted milliseconds without anything to see. */
export const pause = (ms: number): Part => ({
  type: 'delay',
  name: 'A moment',
  config: { amount: ms, unit: 'milliseconds' },
})

/** A message of the agent: markdown. `{{path}}` is what stands there, quoted. */
export const say = (text: string): Part => ({
  type: 'say-static',
  name: 'Say',
  config: { texts: [text], pick: 'fixed' },
})

/** A skill that takes `ms` scripted milliseconds; with an `error` it fails and the story goes on. */
export const useSkill = (
  skill: Skill,
  ms: number,
  ending: { readonly error?: string; readonly outcome?: 'stopped' } = {},
): Part => ({
  type: 'custom-skill',
  name: skill.name,
  config: { skill: skill.name, input: { ms, ...ending }, onFailure: ending.error ? 'continue' : 'stop' },
})

/** A step of a workflow's card that takes `ms`, fails its first `failures` attempts and never answers its first `hangs`. */
export const pretend = (
  id: string,
  name: string,
  ms: number,
  trouble: {
    readonly failures?: number
    readonly hangs?: number
    readonly error?: string
    readonly timeoutMs?: number
  } = {},
): Part => {
  const { timeoutMs = 30_000, ...rest } = trouble
  return {
    id,
    type: 'tool',
    name,
    config: { tool: 'development.pretend', input: { ms, ...rest }, timeoutMs },
  }
}

export const ask = (id: string, message: string, dataPoints: readonly DataPoint[]): Part => ({
  id,
  type: 'form',
  name: message,
  // Fields are plain JSON by their type.
  config: { message, dataPoints: dataPoints as unknown as JsonObject[] },
})

/** What an approval shows. */
export interface Approval {
  /** Under which what was decided is read: `steps.<id>.output`. */
  readonly id: string
  readonly scope?: 'skill' | 'business'
  readonly skill: Skill
  readonly parameters: JsonObject
  readonly notes: readonly ParameterNote[]
  readonly expiresAfterMs?: number
}

/** A call that waits for a decision, under an id of its own. */
export const approve = (approval: Approval, ways: NonNullable<Part['ways']>): Part => ({
  id: approval.id,
  type: 'approval',
  name: approval.skill.name,
  config: {
    scope: approval.scope ?? 'skill',
    skill: approval.skill.name,
    skillId: approval.skill.id,
    parameters: approval.parameters,
    notes: approval.notes as unknown as JsonObject[], // plain JSON by their type
    ...(approval.expiresAfterMs === undefined ? {} : { expiresAfterMs: approval.expiresAfterMs }),
  },
  ways,
})

export const connect = (
  id: string,
  connector: string,
  ways: {
    readonly authorized: readonly Part[]
    readonly denied: readonly Part[]
    readonly skipped: readonly Part[]
  },
): Part => ({
  id,
  type: 'connection',
  name: connector,
  config: { connector },
  ways: {
    true: ways.authorized,
    false: [
      {
        ...pause(300),
        when: {
          condition: { path: `steps.${id}.output.outcome`, operator: 'equals', value: 'skipped' },
          parts: ways.skipped,
        },
      },
      ...ways.denied,
    ],
  },
})
