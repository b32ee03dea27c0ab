import type { Fact } from '@threadwork/core'
import { printStatus, printTimeline, printWorkflows } from './scenario-print.ts'
import type { Scenario, ScenarioStep, SseScenario } from './scenario-step.ts'
import { createScenarioWorld, type ScenarioWorld } from './scenario-world.ts'
import { seededRandom } from './virtual-clock.ts'

export interface PlayOptions {
  /** How many random orders and duplications of the facts are tried; 24 by default. */
  readonly permutations?: number
  /** Decides the random orders; 1 by default. */
  readonly seed?: number
}

export interface ScenarioResult {
  readonly id: string
  readonly title: string
  readonly passed: boolean
  /** Lines, as the scenario file writes them. */
  readonly expected: readonly string[]
  readonly actual: readonly string[]
  /** The order of facts that came out differently; `null` when it was the scenario's own. */
  readonly order: readonly Fact[] | null
}

type Expectation = Pick<SseScenario, 'timeline' | 'status'> & { readonly link: string | null }

const lines = ({ timeline, status, link }: Expectation): readonly string[] => [
  ...timeline,
  ...(status === null ? [] : [`status ${status}`]),
  ...(link === null ? [] : [`link ${link}`]),
]

const play = (steps: readonly ScenarioStep[]): ScenarioWorld => {
  const world = createScenarioWorld()
  for (const step of steps) world.take(step)
  return world
}

// After a reconnect live events wait until the history has been read: the snapshot comes first.
const inDeliveryOrder = (steps: readonly ScenarioStep[]): readonly ScenarioStep[] => {
  const delivered: ScenarioStep[] = []
  const waiting: ScenarioStep[] = []
  let isHolding = false
  for (const step of steps) {
    if (step.type === 'heard' && isHolding) waiting.push(step)
    else delivered.push(step)
    if (step.type === 'signal') isHolding = step.signal === 'reconnected'
    if (step.type === 'read') isHolding = false
    if (!isHolding) delivered.push(...waiting.splice(0))
  }
  return [...delivered, ...waiting]
}

const isEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, index) => line === b[index])

// A scenario may leave status or link open; what it does not say is not compared.
const outcomeOf = (world: ScenarioWorld, asked: Pick<SseScenario, 'status' | 'link'>): readonly string[] =>
  lines({
    timeline: printTimeline(world.conversation.items),
    status: asked.status === null ? null : printStatus(world.conversation.phase),
    link: asked.link === null ? null : world.link,
  })

const factsOf = (steps: readonly ScenarioStep[]): readonly Fact[] =>
  steps.flatMap((step) => (step.type === 'read' ? step.facts : step.type === 'heard' ? [step.fact] : []))

const shuffle = (facts: readonly Fact[], random: () => number): readonly Fact[] => {
  const doubled = facts.flatMap((fact) => (random() < 0.3 ? [fact, fact] : [fact]))
  return doubled
    .map((fact) => ({ fact, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ fact }) => fact)
}

const findBrokenOrder = (
  scenario: SseScenario,
  { permutations = 24, seed = 1 }: PlayOptions,
): Pick<ScenarioResult, 'actual' | 'order'> | null => {
  const random = seededRandom(seed)
  const asked = { status: scenario.status, link: null }
  const expected = lines({ ...scenario, link: null })
  const sends = scenario.steps.filter(({ type }) => type === 'send')
  const facts = factsOf(scenario.steps)
  for (let round = 0; round < permutations; round += 1) {
    const order = shuffle(facts, random)
    const actual = outcomeOf(
      play([...sends, ...order.map((fact) => ({ type: 'heard', fact }) as const)]),
      asked,
    )
    if (!isEqual(actual, expected)) return { actual, order }
  }
  return null
}

const playSse = (scenario: SseScenario, options: PlayOptions): ScenarioResult => {
  const { id, title } = scenario
  const expected = lines(scenario)
  const actual = outcomeOf(play(scenario.steps), scenario)
  const inOrder: ScenarioResult = {
    id,
    title,
    passed: isEqual(actual, expected),
    expected,
    actual,
    order: null,
  }
  if (!inOrder.passed || !scenario.isPermutable) return inOrder
  const broken = findBrokenOrder(scenario, options)
  return broken === null
    ? inOrder
    : { ...inOrder, ...broken, expected: lines({ ...scenario, link: null }), passed: false }
}

/**
 * Plays a scenario through the core and compares what comes out. One that is permutable is also played with its facts in
 * random orders and with duplicates: the facts alone decide what is shown.
 */
export const playScenario = (scenario: Scenario, options: PlayOptions = {}): ScenarioResult => {
  if (scenario.wire === 'sse') return playSse(scenario, options)
  const { id, title, want: expected } = scenario
  const world = play(inDeliveryOrder(scenario.steps))
  const actual = printWorkflows(world.conversation.items, (form) => world.readDraft(form))
  return { id, title, passed: isEqual(actual, expected), expected, actual, order: null }
}
