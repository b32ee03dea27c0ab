import { z } from 'zod'
import { compilePattern } from '../text/compile-pattern.ts'
import { isReservedName } from '../text/reserved-names.ts'
import type { DataPoint, FieldCondition } from './data-point.ts'

const longestKey = 128
const needsOptions: ReadonlySet<string> = new Set(['Select', 'MultiSelect', 'Radio'])

const label = z.string({ error: 'A field needs a label.' }).regex(/\S/, { error: 'A field needs a label.' })

const key = z
  .string({ error: 'A field needs a name.' })
  .regex(/\S/, { error: 'A field needs a name.' })
  .max(longestKey, { error: `The name of a field is at most ${longestKey} characters.` })
  .refine((name) => !isReservedName(name), { error: 'This name is reserved; name the field otherwise.' })

const option = z.union([z.string(), z.object({ value: z.string(), label: z.string() })], {
  error: 'An option is a text, or a value and a label.',
})

const fieldCondition: z.ZodType<FieldCondition> = z.union(
  [
    z.object({ key: z.string(), in: z.array(z.union([z.string(), z.number(), z.boolean()])) }),
    z.object({ key: z.string(), filled: z.boolean() }),
    z.object({
      get all() {
        return z.array(fieldCondition)
      },
    }),
    z.object({
      get any() {
        return z.array(fieldCondition)
      },
    }),
    z.object({
      get not() {
        return fieldCondition
      },
    }),
  ],
  { error: 'A condition names another field, and the values that it has.' },
)

const bound = z.union([z.number(), z.string()], { error: 'A bound is a number, or a date.' })
const length = z
  .number({ error: 'A length is a whole number.' })
  .int({ error: 'A length is a whole number.' })
  .min(0, { error: 'A length is not below 0.' })

const dataPoint: z.ZodType<DataPoint> = z
  .object({
    key,
    label,
    type: z.string({ error: 'Say what the field asks for, like “Text”.' }).min(1, {
      error: 'Say what the field asks for, like “Text”.',
    }),
    required: z.boolean().exactOptional(),
    options: z.array(option).exactOptional(),
    placeholder: z.string().exactOptional(),
    help: z.string().exactOptional(),
    default: z.json().exactOptional(),
    min: bound.exactOptional(),
    max: bound.exactOptional(),
    minLength: length.exactOptional(),
    maxLength: length.exactOptional(),
    pattern: z.string().exactOptional(),
    secret: z.boolean().exactOptional(),
    group: z.string().exactOptional(),
    multiple: z.boolean().exactOptional(),
    accept: z.string().exactOptional(),
    visibleWhen: fieldCondition.exactOptional(),
  })
  .superRefine((field, context) => {
    for (const [path, message] of problemsOf(field))
      context.addIssue({ code: 'custom', path: [path], message })
  })

function problemsOf(field: DataPoint): readonly (readonly [string, string])[] {
  const problems: (readonly [string, string])[] = []
  if (needsOptions.has(field.type) && (field.options ?? []).length === 0) {
    problems.push(['options', `The field “${field.key}” is a ${field.type} and needs at least one option.`])
  }
  if (isReversed(field.min, field.max) || isReversed(field.minLength, field.maxLength)) {
    problems.push(['min', `The field “${field.key}” has a lower bound above its upper one.`])
  }
  if (field.pattern !== undefined) {
    const pattern = compilePattern(field.pattern)
    if (pattern.type === 'problem') problems.push(['pattern', pattern.sentence])
  }
  return problems
}

const isReversed = (min: number | string | undefined, max: number | string | undefined): boolean =>
  min !== undefined && max !== undefined && typeof min === typeof max && min > max

const fields = z.array(dataPoint, { error: 'A form needs at least one field.' })

function checkNames(given: readonly DataPoint[], context: z.RefinementCtx): void {
  const seen = new Set<string>()
  given.forEach(({ key }, index) => {
    const message = `Two fields are called “${key}”; each needs its own name.`
    if (seen.has(key)) context.addIssue({ code: 'custom', path: [index, 'key'], message })
    seen.add(key)
  })
}

/** The fields of a form: at least one, each with a name of its own. */
export const dataPointsSchema: z.ZodType<readonly DataPoint[]> = fields
  .min(1, { error: 'A form needs at least one field.' })
  .superRefine(checkNames)

/** The fields of a form that may be left out: an empty list asks nothing. */
export const optionalDataPointsSchema: z.ZodType<readonly DataPoint[]> = fields
  .superRefine(checkNames)
  .default([])
