import { answerOf, askedFields, toControlValue, type DataPoint, type FormValues } from '@threadwork/core'
import { useMemo, type ReactElement } from 'react'
import { englishFormCard, type FormCardStrings } from '../strings/form-card.ts'
import { useWords } from '../strings/useWords.ts'
import { partsOf, type FormPart } from './form-parts.ts'
import { localTime } from './local-time.ts'
import { readValue } from './read-value.ts'

export interface FormAnswersProps {
  readonly fields: readonly DataPoint[]
  readonly answers: FormValues
  /** Names of files by their ids. */
  readonly fileNames: Readonly<Record<string, string>>
}

type Reader = (field: DataPoint) => unknown
type Group = Extract<FormPart, { readonly type: 'group' }>

const readFiles = (
  value: unknown,
  names: Readonly<Record<string, string>>,
  strings: FormCardStrings,
): string => {
  const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string' && id !== '')
  if (ids.length === 0) return strings.empty
  const known = ids.flatMap((id: string) => (Object.hasOwn(names, id) ? [names[id] ?? ''] : []))
  return known.length === ids.length ? strings.list(known) : strings.files(ids.length)
}

/** Fields in a row make one list; a group stands between two. */
const runsOf = (parts: readonly FormPart[]): readonly (Group | readonly DataPoint[])[] => {
  const runs: (Group | DataPoint[])[] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (part.type === 'group') runs.push(part)
    else if (Array.isArray(last)) last.push(part.field)
    else runs.push([part.field])
  }
  return runs
}

interface AnswersProps {
  readonly parts: readonly FormPart[]
  readonly read: (field: DataPoint) => string
}

const Answers = ({ parts, read }: AnswersProps): ReactElement => (
  <>
    {runsOf(parts).map((run) =>
      'group' in run ? (
        <section key={`group ${run.group.key}`} className="twk-form__closed-group">
          <p className="twk-form__legend">{run.group.label}</p>
          <Answers parts={run.parts} read={read} />
        </section>
      ) : (
        <dl key={run[0]?.key} className="twk-form__answers">
          {run.map((field) => (
            <div key={field.key}>
              <dt>{field.label}</dt>
              <dd>
                <bdi>{read(field)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      ),
    )}
  </>
)

/** What was sent, to read: of the fields that were asked for, in their groups. Secrets are named, never shown. */
export const FormAnswers = ({ fields, answers, fileNames }: FormAnswersProps): ReactElement => {
  const strings = useWords('form', englishFormCard)
  const parts = useMemo(() => {
    const valueOf: Reader = (field) => toControlValue(field, answerOf(field, answers), localTime)
    return partsOf(askedFields(fields, valueOf))
  }, [fields, answers])
  const read = (field: DataPoint): string => {
    const answer = answerOf(field, answers)
    if (field.type === 'File') return readFiles(answer, fileNames, strings)
    return readValue(field, toControlValue(field, answer, localTime), strings)
  }
  return <Answers parts={parts} read={read} />
}
