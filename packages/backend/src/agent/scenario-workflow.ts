import type { JsonObject, Workflow } from '@threadwork/engine'
import { isRecord } from '../is-record.ts'
import { drawGraph, type Part } from './draw-graph.ts'
import type { Scenario } from './scenarios/scenario.ts'

const prefix = 'scenario:'

/** Whether a workflow is one of the agent's own. */
export const isScenario = (workflowId: string): boolean => workflowId.startsWith(prefix)

/** A scenario as a workflow that can run, its scripted milliseconds multiplied by `pace`. */
export function scenarioWorkflow(scenario: Scenario, pace: number): Workflow {
  const story = scenario.story.map((part) => atPace(part, pace))
  return {
    id: `${prefix}${scenario.id}`,
    name: scenario.name ?? scenario.title,
    version: 0,
    ...drawGraph(story, scenario.presentation ?? 'turn'),
  }
}

const scaled = (value: unknown, pace: number): number => Math.max(1, Math.round(Number(value) * pace))

function atPace(part: Part, pace: number): Part {
  const { ways, when, beside } = part
  const all = (parts: readonly Part[]): readonly Part[] => parts.map((each) => atPace(each, pace))
  return {
    ...part,
    config: configAt(part, pace),
    ...(ways ? { ways: { true: all(ways.true), false: all(ways.false) } } : {}),
    ...(when ? { when: { ...when, parts: all(when.parts) } } : {}),
    ...(beside ? { beside: beside.map(all) } : {}),
  }
}

// However fast a story is played, what it waits for needs the time of a few callbacks.
const shortest = { timeoutMs: 200, expiresAfterMs: 1 } as const

// A limit that the story is not meant to reach stays: else a quick story fails where a machine is busy.
const isReached = (name: string, { input }: JsonObject): boolean =>
  name !== 'timeoutMs' || (isRecord(input) && Number(input['hangs'] ?? 0) > 0)

function configAt({ type, config }: Part, pace: number): JsonObject {
  if (type === 'delay') return { ...config, amount: scaled(config['amount'], pace) }
  const times = Object.entries(shortest).filter(
    ([name]) => config[name] !== undefined && isReached(name, config),
  )
  return {
    ...config,
    ...Object.fromEntries(times.map(([name, least]) => [name, Math.max(least, scaled(config[name], pace))])),
  }
}
