import type { FormSource } from '@threadwork/core/forms'
import { useRef, type ReactElement } from 'react'

/** What a conformance run hands to the form that it tries. */
export interface TriedFormProps {
  readonly source: FormSource
  readonly onSubmit: (values: unknown) => void
}

const rowsOf = (source: FormSource): unknown => {
  switch (source.dialect) {
    case 'data-points':
      return source.dataPoints
    case 'parameter-schema':
      return source.schema
    case 'json-schema':
      return (source.schema as { readonly properties?: unknown }).properties // fixtures of ours
    case 'elicitation':
      return (source.request as { readonly requestedSchema: { readonly properties: unknown } })
        .requestedSchema.properties // as above
  }
}

const keysOf = (source: FormSource): readonly string[] => {
  const rows = rowsOf(source)
  if (!Array.isArray(rows)) return Object.keys(rows ?? {})
  return rows.map((row: { readonly key?: string; readonly name?: string }) => row.key ?? row.name ?? '')
}

/** The control of the conformance run: a text input for each key, as many a form is drawn elsewhere. It must fail. */
export const NaiveForm = ({ source, onSubmit }: TriedFormProps): ReactElement => {
  const form = useRef<HTMLFormElement>(null)
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(Object.fromEntries(new FormData(form.current ?? undefined)))
      }}
    >
      {keysOf(source).map((key) => (
        <label key={key}>
          {key}
          <input type="text" name={key} />
        </label>
      ))}
      <button type="submit">Send details</button>
    </form>
  )
}
