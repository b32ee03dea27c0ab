import type { DataPoint } from '../form/data-point.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Question } from '../question.ts'
import { renderJson, renderText } from '../text/render.ts'
import type { Scope } from '../text/scope.ts'

/** A form whose words and proposals are rendered. */
export const formOf = (message: string, fields: readonly DataPoint[], scope: Scope): Question => ({
  type: 'form',
  message: renderText(message, scope),
  dataPoints: fields.map((field) => renderField(field, scope)),
})

function renderField(field: DataPoint, scope: Scope): DataPoint {
  const words = Object.entries(wordsOf(field)).map(([key, text]) => [key, renderText(text, scope)])
  const proposal = typeof field.default === 'string' ? { default: renderJson(field.default, scope) } : {}
  return { ...field, ...Object.fromEntries(words), ...proposal }
}

const wordsOf = ({ label, help, placeholder }: DataPoint): Readonly<Record<string, string>> => ({
  label,
  ...(help !== undefined && { help }),
  ...(placeholder !== undefined && { placeholder }),
})

/** The texts of a field that can hold templates. */
export const formTexts = (field: DataPoint): JsonObject => ({
  ...wordsOf(field),
  ...(typeof field.default === 'string' && { default: field.default }),
})

/** What the history shows of a form: the values of secret fields are dots. */
export const shownValues = (fields: readonly DataPoint[], values: JsonObject): JsonObject => {
  const secret = new Set(fields.filter(isSecret).map(({ key }) => key))
  const shown = Object.entries(values).map(([key, value]): [string, Json] => [
    key,
    secret.has(key) ? '••••' : value,
  ])
  return Object.fromEntries(shown)
}

const isSecret = ({ secret, type }: DataPoint): boolean => secret ?? type === 'Password'
