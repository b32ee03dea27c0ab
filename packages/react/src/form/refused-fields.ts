import type { DataPoint, Submission } from '@threadwork/core'

export interface RefusedFields {
  readonly fields: readonly { readonly field: DataPoint; readonly message: string }[]
  /** What was said about no field that is on the page. */
  readonly others: readonly string[]
}

// A backend names a nested field by its JSON Pointer, or with dots.
const namesOf = ({ key, path }: DataPoint): readonly string[] => [
  key,
  `/${key}`,
  ...(path ? [path.join('.'), path.join('/'), `$.${path.join('.')}`] : []),
]

/** Puts the problems that a backend told to the fields that they are about. */
export const refusedFields = (fields: readonly DataPoint[], submission: Submission | null): RefusedFields => {
  if (submission?.status !== 'failed') return { fields: [], others: [] }
  const told = new Map(Object.entries(submission.fieldErrors))
  const refused = fields.flatMap((field) => {
    const messages = namesOf(field).flatMap((name) => {
      const said = told.get(name) ?? []
      told.delete(name)
      return said
    })
    return messages.length > 0 ? [{ field, message: messages.join(' ') }] : []
  })
  return { fields: refused, others: [...told].map(([name, said]) => `${name}: ${said.join(' ')}`) }
}
