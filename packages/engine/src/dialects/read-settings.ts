import { isRecord } from '../is-record.ts'
import type { Json, JsonObject } from '../json.ts'
import { defaultSettings, type WorkflowSettings } from '../settings.ts'
import type { Problem } from '../validate/problem.ts'
import type { Lexicon } from './lexicon.ts'
import { flag, number, optional, takeFields, text, type FieldForm } from './take-fields.ts'

const hook: FieldForm = {
  is: (value) =>
    value === null ||
    (isRecord(value) && hasNumbers(value, ['threshold', 'runs']) && text.is(value['url'] ?? null)),
  called: 'null, or a url, a threshold and a number of runs',
}
const budget: FieldForm = {
  is: (value) => isRecord(value) && hasNumbers(value, ['steps', 'hops', 'activeMs']),
  called: 'steps, hops and activeMs, each a number',
}
const forms: Readonly<Record<keyof WorkflowSettings, FieldForm>> = {
  concurrency: optional(number),
  holdsSlotWhileWaiting: optional(flag),
  fallbackMessage: optional({ is: (value) => value === null || text.is(value), called: 'a text or null' }),
  errorRateHook: optional(hook),
  budget: optional(budget),
  presentation: optional({ is: (value) => value === 'card' || value === 'turn', called: '“card” or “turn”' }),
}

/** Settings as a document says them, completed with the defaults, and what is in them that is not a setting. */
export interface ReadSettings {
  readonly settings: WorkflowSettings
  readonly extra: JsonObject
  readonly problems: readonly Problem[]
}

/** Reads a document's settings. */
export function readSettings(source: JsonObject, words: Lexicon): ReadSettings {
  const theirForms = renamed(forms, (key) => words.toTheirs(key))
  const { fields, extra, problems } = takeFields(source, theirForms, 'settings')
  const toOurs = (key: string): string => words.toOurs(key)
  return {
    settings: { ...defaultSettings, ...renamed(fields, toOurs) },
    extra: renamed(extra, toOurs),
    problems,
  }
}

const renamed = <Value>(
  record: Readonly<Record<string, Value>>,
  nameOf: (key: string) => string,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [nameOf(key), value]))

const hasNumbers = (value: JsonObject, keys: readonly string[]): boolean =>
  keys.every((key) => Object.hasOwn(value, key) && number.is(value[key] as Json))
