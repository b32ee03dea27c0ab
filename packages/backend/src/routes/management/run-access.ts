import type { Verdict } from '@threadwork/engine'
import { quote } from '../../conversation.ts'
import type { LibraryContext } from '../../library/library-context.ts'
import { refuseFields } from '../../library/refusal.ts'
import { HttpProblem, notFound } from '../../problem.ts'
import type { DialectName } from '../../store/library-records.ts'
import type { RunRecord } from '../../store/run-records.ts'
import type { ManagementContext } from './management-context.ts'
import type { Asked } from './operation.ts'

/** The run that a path names, as the team that asks has it; a 404 for everybody else. */
export function askedRun(
  { runner }: ManagementContext,
  { teamId, param }: Asked<unknown, unknown>,
): RunRecord {
  const record = runner.get(teamId, param('id'))
  if (!record) throw notFound(`The run ${quote(param('id'))}`)
  return record
}

/** The dialect of a run's workflow; our own for a run without one in the library. */
export const dialectOfRun = ({ store }: LibraryContext, record: RunRecord): DialectName =>
  store.get('definitions', record.parent)?.dialect ?? 'threadwork'

/** Refuses what a run would not take, with the reason. */
export function requireTaken(verdict: Verdict | null, record: RunRecord): void {
  switch (verdict?.type) {
    case 'taken':
      return
    case undefined:
      throw notFound(`The run ${quote(record.id)}`)
    case 'done':
      throw new HttpProblem(
        409,
        'This was answered before, and an answer is taken once. Read the run to see how it goes on.',
      )
    case 'over':
      throw new HttpProblem(
        410,
        `The run is over, or the step is: it is ${record.run.status}, and nothing more can be done to it.`,
      )
    case 'unknown-step':
      throw notFound('A step of this run that could take it')
    case 'invalid':
      throw refuseFields(
        Object.entries(verdict.errors).flatMap(([path, sentences]) =>
          sentences.map((sentence) => ({ path, sentence })),
        ),
      )
  }
}
