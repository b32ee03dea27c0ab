import { HttpProblem } from '../problem.ts'

/** What is wrong, where: `nodes[2].config.url`, and a sentence that says what to do. */
export interface Flaw {
  readonly path: string
  readonly sentence: string
}

/** A 422 for fields that cannot be taken as they are: `errors` holds the sentences of each by its path. */
export function refuseFields(flaws: readonly Flaw[]): HttpProblem {
  const errors: Record<string, string[]> = Object.create(null)
  for (const { path, sentence } of flaws) (errors[path] ??= []).push(sentence)
  return new HttpProblem(422, told(flaws), { errors })
}

/** The same for one field. */
export const refuseField = (path: string, sentence: string): HttpProblem => refuseFields([{ path, sentence }])

/** A 422 for a graph that cannot run: every problem with its place, told after `lead`. */
export const refuseGraph = (lead: string, problems: readonly Flaw[]): HttpProblem =>
  new HttpProblem(422, `${lead} ${told(problems)}`, { problems })

/** A 409: what is asked for does not go together with what is there. */
export const conflict = (sentence: string): HttpProblem => new HttpProblem(409, sentence)

const told = (flaws: readonly Flaw[]): string => {
  const [first] = flaws
  const others = flaws.length - 1
  const more = others > 0 ? ` And ${others} more ${others === 1 ? 'problem' : 'problems'}.` : ''
  return `${first?.sentence ?? 'It cannot be taken as it is.'}${more}`
}
