import { describe, expect, test } from 'vitest'
import { stepOf } from './active-steps.ts'
import { drawGraph } from './fixtures/drawn-graph.ts'
import { type Played, interpret, rightRules } from './fixtures/naive-interpreter.ts'
import { createOracle } from './fixtures/oracle.ts'
import { type Transition, play } from './fixtures/play.ts'
import { transition } from './transition.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const graphs = Number(process.env['GRAPHS'] ?? 2000)

// JSON has no symbols.
const remembered = Symbol('remembered')

/** What is wrong with graph `number`: what a host found, and where the interpreter told it otherwise. */
function faultsOf(number: number, made: Transition, rules = rightRules) {
  const own = seed + number
  const workflow = drawGraph(own)
  const oracle = createOracle(own)
  const { faults, transitions, redelivered, ...told } = play({
    workflow,
    oracle,
    seed: own,
    transition: made,
  })
  const expected: Played = interpret(workflow, oracle, rules)
  const isSame = JSON.stringify(sorted(told)) === JSON.stringify(sorted(expected))
  const differences = isSame ? [] : [{ told, expected }]
  return {
    faults: [...faults, ...differences],
    transitions,
    redelivered,
    status: told.status,
    lanes: told.lanes,
  }
}

const sorted = ({ status, variables, lanes, said, asked }: Played): object => ({
  status,
  variables: Object.entries(variables).toSorted(([left], [right]) => left.localeCompare(right)),
  lanes,
  said,
  asked,
})

describe(`random graphs (SEED=${seed}, GRAPHS=${graphs})`, () => {
  // Two shared cores: the whole of 20,000 takes minutes.
  test(
    'are played as the naive interpreter tells them, through crashes, twice and late',
    { timeout: 60_000 + graphs * 60 },
    () => {
      const count = { transitions: 0, redelivered: 0, steps: 0, companions: 0 }
      const statuses: Record<string, number> = {}

      for (let number = 0; number < graphs; number += 1) {
        const played = faultsOf(number, transition)
        expect(played.faults, `SEED=${seed + number} GRAPHS=1`).toEqual([])
        count.transitions += played.transitions
        count.redelivered += played.redelivered
        count.steps += played.lanes.flat().length
        count.companions += played.lanes.length - 1
        statuses[played.status] = (statuses[played.status] ?? 0) + 1
      }

      console.info(`${graphs} graphs, 0 faults: ${JSON.stringify({ ...count, ...statuses })}`)
      expect(Object.keys(statuses).toSorted()).toEqual(['cancelled', 'completed', 'failed'])
      expect(Math.min(...Object.values(count))).toBeGreaterThan(graphs / 10)
    },
  )

  /** The first graph of 500 that shows that something is wrong; `null` if none does. */
  const caughtAt = (made: Transition, rules = rightRules): number | null => {
    for (let number = 0; number < 500; number += 1) {
      if (faultsOf(number, made, rules).faults.length > 0) return number
    }
    return null
  }

  test.each<[string, Transition]>([
    [
      'takes answers of older attempts',
      (run, input, moment) => {
        const attempt = 'attempt' in input ? stepOf(run, input.stepId)?.attempt : undefined
        return transition(
          run,
          attempt === undefined ? input : ({ ...input, attempt } as typeof input),
          moment,
        )
      },
    ],
    [
      'asks again for what it has asked',
      (run, input, moment) => {
        const [next, effects] = transition(run, input, moment)
        const asked = effects.find(({ type }) => type === 'perform')
        return [next, asked ? [...effects, asked] : effects]
      },
    ],
    [
      'writes into the run',
      (run, input, moment) => {
        const made = transition(run, input, moment)
        Object.assign(run.variables, { v0: 7 })
        return made
      },
    ],
    [
      'goes on in other lanes while the run is failed',
      (run, input, moment) =>
        transition(
          run.status === 'failed' && 'attempt' in input ? { ...run, status: 'running' } : run,
          input,
          moment,
        ),
    ],
    [
      'remembers what JSON forgets',
      (run, input, moment) => {
        const isRemembered = remembered in run || run.status === 'queued'
        const [next, effects] = transition(isRemembered ? run : { ...run, variables: {} }, input, moment)
        return [{ ...next, [remembered]: true }, effects]
      },
    ],
  ])('are a proof that fails a transition that %s', (_, broken) => {
    expect(caughtAt(broken)).not.toBeNull()
  })

  test.each([
    [{ ...rightRules, sorts: false }],
    [{ ...rightRules, opensCompanions: false }],
    [{ ...rightRules, goesOnAfterFailure: false }],
  ])('are a proof that fails an interpreter with other rules: %j', (rules) => {
    expect(caughtAt(transition, rules)).not.toBeNull()
  })
})
