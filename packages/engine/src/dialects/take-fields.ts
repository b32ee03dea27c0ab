import type { Json, JsonObject } from '../json.ts'
import type { Problem } from '../validate/problem.ts'

/** Whether a value can be what a field holds, and how that is called in a sentence. */
export interface FieldForm {
  readonly is: (value: Json) => boolean
  readonly called: string
  /** Whether it may be missing. */
  readonly isOptional?: boolean
}

export const text: FieldForm = { is: (value) => typeof value === 'string', called: 'a text' }
export const number: FieldForm = { is: (value) => typeof value === 'number', called: 'a number' }
export const flag: FieldForm = { is: (value) => typeof value === 'boolean', called: 'true or false' }
export const optional = (form: FieldForm): FieldForm => ({ ...form, isOptional: true })

/** Fields that have their form, and the rest: what nobody knows, and what has another form. */
export interface TakenFields {
  readonly fields: JsonObject
  readonly extra: JsonObject
  readonly problems: readonly Problem[]
}

/** Takes the fields that are known out of an object; nothing of it is lost. */
export function takeFields(
  source: JsonObject,
  forms: Readonly<Record<string, FieldForm>>,
  path: string,
): TakenFields {
  const formOf = (key: string): FieldForm | undefined => (Object.hasOwn(forms, key) ? forms[key] : undefined)
  const entries = Object.entries(source)
  const fits = ([key, value]: readonly [string, Json]): boolean => formOf(key)?.is(value) ?? false
  return {
    fields: Object.fromEntries(entries.filter(fits)),
    extra: Object.fromEntries(entries.filter((entry) => !fits(entry))),
    problems: Object.entries(forms).flatMap(([key, form]) => {
      const value = Object.hasOwn(source, key) ? source[key] : undefined
      if (value === undefined) return form.isOptional === true ? [] : [missing(at(path, key), key, form)]
      return form.is(value) ? [] : [misshapen(at(path, key), key, form)]
    }),
  }
}

export const at = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

const missing = (path: string, key: string, form: FieldForm): Problem => ({
  path,
  sentence: `“${key}” is missing; it has to be ${form.called}.`,
  severity: 'error',
})

const misshapen = (path: string, key: string, form: FieldForm): Problem => ({
  path,
  sentence: `“${key}” has to be ${form.called}.`,
  severity: 'error',
})
