import { askedFields, type DataPoint } from '@threadwork/core'
import { useEffect, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { englishForm, type FormStrings } from '../strings/form.ts'
import { useWords } from '../strings/useWords.ts'
import { slotName, type SlotValues } from './FormField.tsx'

type ValueReader = (field: DataPoint) => unknown

/** Reads the form's values by field; a field is known by its key. */
export const createSlotReader = (fields: readonly DataPoint[]): ((values: SlotValues) => ValueReader) => {
  const names = new Map(fields.map((field, index) => [field.key, slotName(index)]))
  return (values) => (field) => values[names.get(field.key) ?? '']
}

const isSame = (left: readonly DataPoint[], right: readonly DataPoint[]): boolean =>
  left.length === right.length &&
  left.every(
    (field, index) => field.key === right[index]?.key && field.isRequired === right[index].isRequired,
  )

const missing = (from: readonly DataPoint[], among: readonly DataPoint[]): readonly string[] => {
  const keys = new Set(among.map(({ key }) => key))
  return from.filter(({ key }) => !keys.has(key)).map(({ label }) => label)
}

const newsOf = (before: readonly DataPoint[], after: readonly DataPoint[], strings: FormStrings): string => {
  const [come, gone] = [missing(after, before), missing(before, after)]
  return [come.length > 0 ? strings.askedToo(come) : '', gone.length > 0 ? strings.notAsked(gone) : '']
    .join(' ')
    .trim()
}

export interface AskedFields {
  /** What is asked for now. Its identity changes only when it does. */
  readonly asked: readonly DataPoint[]
  /** What the newest answer has brought up or taken away, in a sentence. */
  readonly news: string
}

interface AskedInput {
  readonly fields: readonly DataPoint[]
  readonly form: UseFormReturn<Record<string, unknown>>
  readonly read: (values: SlotValues) => ValueReader
}

interface Shown extends AskedFields {
  readonly fields: readonly DataPoint[]
}

/** Follows which fields are asked for while a person answers. */
export const useAskedFields = ({ fields, form, read }: AskedInput): AskedFields => {
  const strings = useWords('form', englishForm)
  const [shown, setShown] = useState<Shown>(() => ({
    fields,
    asked: askedFields(fields, read(form.getValues())),
    news: '',
  }))
  const current = useRef(shown)

  useEffect(() => {
    const look = (values: SlotValues) => {
      const { asked: before, fields: drawn } = current.current
      const asked = askedFields(fields, read(values))
      if (drawn === fields && isSame(before, asked)) return
      current.current = { fields, asked, news: newsOf(before, asked, strings) }
      setShown(current.current)
    }
    look(form.getValues())
    return form.subscribe({ formState: { values: true }, callback: ({ values }) => look(values) })
  }, [fields, form, read, strings])

  return shown
}
