import type { GraphFacts } from './graph-facts.ts'
import { error, type Problem } from './problem.ts'
import { readUrlTemplate } from './url-template.ts'

/** The settings can be kept. */
export function checkSettings({ graph: { settings } }: GraphFacts): readonly Problem[] {
  const { concurrency, errorRateHook, budget } = settings
  const limits = Object.entries(budget).filter(([, limit]) => !isWhole(limit, 1))
  return [
    ...(isWhole(concurrency, 0)
      ? []
      : [
          error(
            { path: 'settings.concurrency' },
            'The most runs at once are a whole number from 0 on; 0 means the team’s limit.',
          ),
        ]),
    ...limits.map(([name]) =>
      error({ path: `settings.budget.${name}` }, 'A budget is a whole number from 1 on.'),
    ),
    ...(errorRateHook === null ? [] : hookProblems(errorRateHook)),
  ]
}

function hookProblems({
  url,
  threshold,
  runs,
}: {
  readonly url: string
  readonly threshold: number
  readonly runs: number
}): readonly Problem[] {
  const path = 'settings.errorRateHook'
  const host = readUrlTemplate(url)?.host ?? null
  return [
    ...(host !== null
      ? []
      : [
          error(
            { path: `${path}.url` },
            `“${url}” is not a URL; write it out like https://hooks.example.com/alerts.`,
          ),
        ]),
    ...(threshold >= 0 && threshold <= 1
      ? []
      : [error({ path: `${path}.threshold` }, 'An error rate is a number from 0 to 1.')]),
    ...(isWhole(runs, 1)
      ? []
      : [error({ path: `${path}.runs` }, 'The runs that are counted are a whole number from 1 on.')]),
  ]
}

const isWhole = (value: number, least: number): boolean => Number.isInteger(value) && value >= least
