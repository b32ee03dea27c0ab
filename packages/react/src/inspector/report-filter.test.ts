import type { LoggedReport, RunId } from '@threadwork/core'
import { expect, it } from 'vitest'
import { filterReports, noFilter, runsOf } from './report-filter.ts'

const run = (name: string) => name as RunId

const report = (id: number, name: string, change: Partial<LoggedReport> = {}): LoggedReport => ({
  id,
  at: id,
  type: 'event',
  name,
  detail: `seq ${id}`,
  bytes: null,
  ...change,
})

const heardIn = (runId: string): Pick<LoggedReport, 'heard'> => ({
  heard: {
    payload: {},
    facts: [
      { type: 'event', event: { type: 'turn-started', runId: run(runId), seq: 1, at: 1, eventId: null } },
    ],
  },
})

const reports = [
  report(1, 'processing.started', heardIn('a')),
  report(2, 'agent.message', heardIn('b')),
  report(3, 'system.ping', { type: 'ping' }),
]

it.each([
  ['everything, newest first', {}, [3, 2, 1]],
  ['one kind', { kind: 'ping' as const }, [3]],
  ['one run', { runId: run('a') }, [1]],
  ['a text in any case', { text: ' AGENT ' }, [2]],
  ['a text of the detail', { text: 'seq 1' }, [1]],
  ['nothing that matches all', { kind: 'ping' as const, runId: run('a') }, []],
])('shows %s', (_, change, ids) => {
  expect(filterReports(reports, { ...noFilter, ...change }).map(({ id }) => id)).toEqual(ids)
})

it('lists the runs in the order in which they came', () => {
  expect(runsOf(reports)).toEqual(['a', 'b'])
})
