import { type Verdict, isOver } from '@threadwork/engine'
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
        isOver(record.run)
          ? `The run is ${record.run.status}, and nothing more can be done to it.`
          : 'This step is over, and the run has gone on. Read the run to see what it waits for.',
      )
    case 'unknown-step':
      throw new HttpProblem(404, 'No step of this run waits for that. Read the run to see what it waits for.')
    case 'invalid':
      throw refuseFields(
        Object.entries(verdict.errors).flatMap(([path, sentences]) =>
          sentences.map((sentence) => ({ path, sentence })),
        ),
      )
  }
}
