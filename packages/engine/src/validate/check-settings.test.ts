import { expect, test } from 'vitest'
import { type Flaw, edge, graph, say, start, told } from './fixtures/small-graphs.ts'

const flaws: readonly Flaw[] = [
  [
    'settings that cannot be kept',
    graph([start, say('a')], [edge('start', 'a')], {
      concurrency: -1,
      budget: { steps: 0, hops: 1, activeMs: 1 },
      errorRateHook: { url: 'hooks.example.com', threshold: 2, runs: 0 },
    }),
    [
      'error settings.concurrency: The most runs at once are a whole number from 0 on; 0 means the team’s limit.',
      'error settings.budget.steps: A budget is a whole number from 1 on.',
      'error settings.errorRateHook.url: “hooks.example.com” is not a URL; write it out like https://hooks.example.com/alerts.',
      'error settings.errorRateHook.threshold: An error rate is a number from 0 to 1.',
      'error settings.errorRateHook.runs: The runs that are counted are a whole number from 1 on.',
    ],
  ],
]

test.each(flaws)('names %s', (_, flawed, problems) => {
  expect(told(flawed)).toEqual(problems)
})
