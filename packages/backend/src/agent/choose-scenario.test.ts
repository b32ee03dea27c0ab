import { expect, test } from 'vitest'
import { validateWorkflow } from '@threadwork/engine/linear'
import type { Beat } from '../turn/beat.ts'
import { chooseScenario, scenarios, scriptFor } from './choose-scenario.ts'

test('reaches each scenario by its own prompt, and by each of its words', () => {
  const reached = scenarios.map((entry) => chooseScenario(entry.prompt).id)

  expect(reached).toEqual(scenarios.map((entry) => entry.id))
  expect(scenarios.length).toBeGreaterThanOrEqual(10)
  for (const entry of scenarios) {
    const { words } = chooseScenario(entry.prompt)
    expect(words.map((word) => chooseScenario(`Please: ${word.toUpperCase()}!`).id)).toEqual(
      words.map(() => entry.id),
    )
  }
})

test('explains itself when it does not understand, and takes no part of a word for a word', () => {
  const script = scriptFor(chooseScenario('Tell me about information'), 'headless', '')
  const text = script.map((beat) => (beat.type === 'say' ? beat.text : '')).join('')

  expect(chooseScenario('Tell me about information').id).toBe('help')
  for (const entry of scenarios) expect(text).toContain(entry.prompt)
})

test('is plain JSON throughout, with workflows that can run', () => {
  const workflowsIn = (beats: readonly Beat[]): readonly Beat[] =>
    beats.filter((beat) => beat.type === 'start-workflow')
  for (const entry of scenarios) {
    const script = scriptFor(chooseScenario(entry.prompt), 'headless', entry.prompt)

    expect(JSON.parse(JSON.stringify(script))).toEqual(script)
    for (const beat of workflowsIn(script)) {
      expect(beat.type === 'start-workflow' ? validateWorkflow(beat.workflow) : []).toEqual([])
    }
  }
})
