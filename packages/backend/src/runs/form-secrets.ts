import type { Json, JsonObject, Run } from '@threadwork/engine'
import { isRecord } from '../is-record.ts'
import { createMask, masked } from '../secrets/mask.ts'

/** What a run shows of itself in place of what a person entered in secret fields. */
export interface FormSecrets {
  json<Value extends Json>(value: Value): Value
  text(text: string): string
}

// A shorter one would be found in words that have nothing to do with it; it is hidden under its own name alone.
const shortestFound = 4

/**
 * Hides the values of secret form fields, by the forms of the run's own workflow: under the fields' names, and wherever
 * else they were rendered to. The run itself keeps them, for its nodes need them.
 */
export function formSecretsOf({ workflow, variables, steps }: Run): FormSecrets {
  const keys = new Set(workflow.nodes.flatMap(({ config }) => secretKeysIn(config)))
  if (keys.size === 0) return { json: (value) => value, text: (text) => text }
  const places: readonly Json[] = [variables, ...steps.map(({ input }) => input)]
  const values = places.flatMap((place) => valuesUnder(keys, place))
  const mask = createMask(values.filter(({ length }) => length >= shortestFound))
  return {
    text: (text) => mask.text(text),
    // Hiding keeps every shape as it is: texts stay texts, and lists and records too.
    json: (value) => mask.json(hideUnder(keys, value)) as typeof value,
  }
}

/** A run without what a person entered in secret fields, as whoever is told of it may read it. */
export function withoutFormSecrets(run: Run): Run {
  const secrets = formSecretsOf(run)
  return {
    ...run,
    trigger: secrets.json(run.trigger),
    variables: secrets.json(run.variables),
    error: run.error === null ? null : secrets.text(run.error),
    steps: run.steps.map((step) => ({
      ...step,
      input: secrets.json(step.input),
      output: secrets.json(step.output),
      error: step.error === null ? null : secrets.text(step.error),
      // A question is plain JSON by its type.
      question: step.question && (secrets.json(step.question as unknown as Json) as never),
    })),
  }
}

function secretKeysIn({ dataPoints, contactForm, input }: JsonObject): readonly string[] {
  const fields = [dataPoints, contactForm, input].flatMap((list) => (Array.isArray(list) ? list : []))
  return fields.flatMap((field: Json) => {
    if (!isRecord(field) || typeof field['key'] !== 'string') return []
    return (field['secret'] ?? field['type'] === 'Password') === true ? [field['key']] : []
  })
}

function valuesUnder(keys: ReadonlySet<string>, value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each: Json) => valuesUnder(keys, each))
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    keys.has(key) ? textsIn(inner) : valuesUnder(keys, inner),
  )
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  return Array.isArray(value) ? value.flatMap(textsIn) : []
}

function hideUnder(keys: ReadonlySet<string>, value: Json): Json {
  if (Array.isArray(value)) return value.map((each: Json) => hideUnder(keys, each))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      keys.has(key) && textsIn(inner).some((text) => text !== '') ? masked : hideUnder(keys, inner),
    ]),
  )
}
