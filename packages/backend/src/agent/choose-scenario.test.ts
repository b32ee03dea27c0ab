import { validateWorkflow } from '@threadwork/engine'
import { expect, test } from 'vitest'
import { chooseScenario, scenarios } from './choose-scenario.ts'
import { scenarioWorkflow } from './scenario-workflow.ts'

test('reaches each scenario by its own prompt, and by each of its words', () => {
  const reached = scenarios.map((entry) => chooseScenario(entry.prompt, 'headless').id)

  expect(reached).toEqual(scenarios.map((entry) => entry.id))
  expect(scenarios.length).toBeGreaterThanOrEqual(10)
  for (const entry of scenarios) {
    const { words } = chooseScenario(entry.prompt, 'headless')
    expect(words.map((word) => chooseScenario(`Please: ${word.toUpperCase()}!`, 'headless').id)).toEqual(
      words.map(() => entry.id),
    )
  }
})

test('explains itself when it does not understand, and takes no part of a word for a word', () => {
  const help = chooseScenario('Tell me about information', 'headless')
  const text = JSON.stringify(help.story)

  expect(help.id).toBe('help')
  for (const entry of scenarios) expect(text).toContain(entry.prompt)
})

test('says which wire a scenario needs where it cannot be told', () => {
  const apart = scenarios.filter(({ wires }) => !wires.includes('signalr'))

  expect(apart.map(({ id }) => id)).toEqual(['interrupted-stream'])
  for (const { prompt, title } of apart) {
    expect(JSON.stringify(chooseScenario(prompt, 'signalr').story)).toContain(`“${title}” needs the SSE wire`)
  }
})

test('makes a workflow of each scenario that can run, at any pace', () => {
  for (const { prompt } of scenarios) {
    for (const pace of [0, 1]) {
      const workflow = scenarioWorkflow(chooseScenario(prompt, 'headless'), pace)

      expect(JSON.parse(JSON.stringify(workflow))).toEqual(workflow)
      expect(validateWorkflow(workflow).filter(({ severity }) => severity === 'error')).toEqual([])
    }
  }
})

test('shortens of a quick story only the limits that it means to reach', () => {
  const limitsOf = (prompt: string): readonly unknown[] =>
    scenarioWorkflow(chooseScenario(prompt, 'headless'), 0).nodes.flatMap(
      ({ config }) => config['timeoutMs'] ?? [],
    )

  expect(limitsOf('File a courier claim for A-1042')).toEqual([30_000, 30_000, 30_000])
  expect(limitsOf('Export my order history')).toContain(200)
})
