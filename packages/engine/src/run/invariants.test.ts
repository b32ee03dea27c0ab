import { describe, expect, test } from 'vitest'
import { isUnderWay } from './active-steps.ts'
import { createRun } from './create-run.ts'
import type { Effect } from './effect.ts'
import { createDice } from './fixtures/chance.ts'
import { deepFreeze } from './fixtures/deep-freeze.ts'
import { drawGraph } from './fixtures/drawn-graph.ts'
import { judge } from './judge.ts'
import { isOpen } from './lanes.ts'
import type { RunInput } from './run-input.ts'
import type { Run } from './run.ts'
import { transition } from './transition.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const graphs = 400
const inputs = 40

type Dice = ReturnType<typeof createDice>

/** An input that a confused host might give: any type, for any step, at any attempt. */
function drawInput(dice: Dice, run: Run): RunInput {
  const stepId = run.steps[dice.whole(0, run.steps.length)]?.id ?? 'nowhere'
  const attempt = dice.whole(0, 3)
  const edgeId = dice.oneOf([null, 'nowhere', ...run.workflow.edges.map(({ id }) => id)])
  return dice.oneOf<RunInput>([
    { type: 'start' },
    { type: 'step-succeeded', stepId, attempt, output: dice.oneOf([null, 'text', [1], { n: 7 }]) },
    { type: 'step-succeeded', stepId, attempt: 1, output: { n: dice.whole(0, 9) } },
    { type: 'step-failed', stepId, attempt, error: 'It broke.' },
    { type: 'edge-chosen', stepId, attempt, edgeId },
    { type: 'edge-chosen', stepId, attempt: 1, edgeId },
    { type: 'wake', stepId, attempt: 1 },
    { type: 'form-submitted', stepId, values: dice.oneOf([{}, { odd: 1 }, { [`f_${stepId}`]: 'x' }]) },
    { type: 'decided', stepId, resolution: dice.oneOf(['approved', 'rejected']), reason: null, by: null },
    { type: 'connection-settled', stepId, outcome: dice.oneOf(['authorized', 'denied', 'skipped']) },
    { type: 'retry', stepId },
    ...(dice.isBelow(0.05) ? [{ type: 'cancel' } as const] : []),
  ])
}

/** Calls `look` with every transition of confused hosts. */
function confuse(look: (before: Run, input: RunInput, after: Run, effects: readonly Effect[]) => void): void {
  for (let number = 0; number < graphs; number += 1) {
    const dice = createDice(seed + number)
    const workflow = deepFreeze(drawGraph(seed + number))
    const given = { trigger: {}, variables: {}, globals: {}, secretNames: [], invokeCount: 1 }
    let run = createRun({ id: 'r', workflow, mode: 'test', ...given }, 0)
    let now = 0
    for (let turn = 0; turn < inputs; turn += 1) {
      const input: RunInput = turn === 0 ? { type: 'start' } : drawInput(dice, run)
      now += dice.oneOf([0, 1, 60_000, 200_000_000])
      const [next, effects] = transition(deepFreeze(run), deepFreeze(input), { now, random: 0.5, world: {} })
      look(run, input, next, effects)
      run = next
    }
  }
}

describe(`any input on any run (SEED=${seed})`, () => {
  test('changes exactly what is judged to be taken', () => {
    let taken = 0
    confuse((before, input, after, effects) => {
      if (judge(before, input).type === 'taken') taken += 1
      else expect([after, effects]).toEqual([before, []])
    })

    expect(taken).toBeGreaterThan(graphs)
  })

  test('leaves a status that says how it stands', () => {
    confuse((_, __, { status, steps, lanes }) => {
      const isBusy = steps.some((step) => step.status === 'running' || step.status === 'choosing')
      const isOver = status === 'completed' || status === 'cancelled'

      if (isOver) expect([lanes.some(isOpen), steps.some(isUnderWay)]).toEqual([false, false])
      if (status === 'waiting') expect([isBusy, lanes.some(isOpen)]).toEqual([false, true])
      if (status === 'running') expect(isBusy).toBe(true)
    })
  })

  test('leaves each lane at a step of its own, or at none', () => {
    confuse((_, __, { lanes, steps }) => {
      for (const { id, stepId, next } of lanes) {
        expect(stepId === null || next === null).toBe(true)
        if (stepId !== null) expect(steps.find((step) => step.id === stepId)?.laneId).toBe(id)
      }
      const at = new Set(lanes.map(({ stepId }) => stepId))
      expect(steps.filter((step) => isUnderWay(step) && !at.has(step.id))).toEqual([])
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
    })
  })

  test('numbers events without gaps, and never goes back', () => {
    confuse((before, _, after, effects) => {
      const seqs = effects.flatMap((effect) => (effect.type === 'emit' ? [effect.event.seq] : []))

      expect(seqs).toEqual(seqs.map((__, index) => before.seq + index + 1))
      expect(after.seq).toBe(before.seq + seqs.length)
      expect(after.activeMs).toBeGreaterThanOrEqual(before.activeMs)
      expect(after.steps.length).toBeLessThanOrEqual(after.workflow.settings.budget.steps)
      if (before.status === 'completed' || before.status === 'cancelled') expect(after).toBe(before)
    })
  })

  test('asks under no key twice', () => {
    const keys = new Map<string, Run>()
    confuse((before, _, after, effects) => {
      if (before.seq === 0) keys.clear()
      for (const effect of effects) {
        if (effect.type !== 'perform' && effect.type !== 'choose-edge') continue
        expect(keys.has(effect.key), effect.key).toBe(false)
        keys.set(effect.key, after)
      }
    })
  })

  test('keeps what is under way answerable: whoever waits has been asked or has an alarm', () => {
    confuse((_, __, { steps }) => {
      for (const { status, question, wakesAt, attempt } of steps) {
        if (status === 'asking') expect(question).not.toBeNull()
        if (status === 'running' || status === 'choosing' || status === 'sleeping')
          expect(wakesAt).not.toBeNull()
        if (status === 'completed' || status === 'failed' || status === 'cancelled')
          expect(wakesAt).toBeNull()
        expect(attempt).toBeGreaterThan(0)
      }
    })
  })
})
