import { expect, it } from 'vitest'
import * as door from './index.ts'

it('opens these doors and no others', () => {
  expect(Object.keys(door).sort()).toEqual([
    'ScenarioError',
    'conformance',
    'decodeScenarios',
    'failureOf',
    'faultProxy',
    'memoryStorage',
    'named',
    'parseHistoryMessage',
    'parseHubEvent',
    'parseSseEvent',
    'playScenario',
    'printStatus',
    'printTimeline',
    'printWorkflows',
    'scriptedTransport',
    'seededRandom',
    'tape',
    'virtualClock',
  ])
})
