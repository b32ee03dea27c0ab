import type { Json, JsonObject } from '@threadwork/engine'
import { tellingWordsOf, wordsOf } from '../../knowledge/words.ts'
import { isRecord } from '../../is-record.ts'
import { type Sought, findNumber, findText, spaced } from './find-value.ts'
import { moodOf } from './mood-of.ts'
import { assentOf, isNegated } from './read-transcript.ts'

const deepest = 12

interface Place {
  readonly sought: Sought
  readonly isRequired: boolean
  readonly depth: number
}

/**
 * What a schema asks for, read out of what was said by names and patterns. What is not said is left out where it may be, and
 * else as empty as the schema lets it be.
 */
export const fillSchema = (schema: JsonObject, said: readonly string[]): Json =>
  fill(schema, said, { sought: { name: '', description: '' }, isRequired: true, depth: 0 }) ?? null

function fill(schema: JsonObject, said: readonly string[], place: Place): Json | undefined {
  if (Object.hasOwn(schema, 'const')) return schema['const']
  const choices = Array.isArray(schema['enum']) ? schema['enum'] : null
  if (choices) return fillChoice(choices, schema, said, place)
  switch (typeOf(schema)) {
    case 'object':
      return fillRecord(schema, said, place)
    case 'array':
      return fillList(schema, said, place)
    case 'boolean':
      return fillTruth(said, place)
    case 'number':
    case 'integer':
      return fillNumber(schema, said, place)
    case 'null':
      return null
    default:
      return fillText(schema, said, place)
  }
}

function typeOf({ type, properties, items }: JsonObject): string {
  if (typeof type === 'string') return type
  if (Array.isArray(type)) return String(type[0])
  if (properties !== undefined) return 'object'
  return items === undefined ? 'string' : 'array'
}

const isNullable = ({ type }: JsonObject): boolean => Array.isArray(type) && type.includes('null')

/** What stands where nothing was said. */
function absent(schema: JsonObject, { isRequired }: Place, empty: Json): Json | undefined {
  if (Object.hasOwn(schema, 'default')) return schema['default']
  if (!isRequired) return undefined
  return isNullable(schema) ? null : empty
}

function fillRecord(schema: JsonObject, said: readonly string[], place: Place): Json {
  const properties = isRecord(schema['properties']) ? schema['properties'] : {}
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  const filled = Object.entries(properties).flatMap(([name, own]): readonly [string, Json][] => {
    if (!isRecord(own) || place.depth >= deepest) return []
    const description = typeof own['description'] === 'string' ? own['description'] : ''
    const value = fill(own, said, {
      sought: { name, description },
      isRequired: required.includes(name),
      depth: place.depth + 1,
    })
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(filled)
}

function fillChoice(
  choices: readonly Json[],
  schema: JsonObject,
  said: readonly string[],
  place: Place,
): Json | undefined {
  const mood = moodOf(said)
  if (/sentiment|mood|tone/i.test(place.sought.name) && choices.includes(mood)) return mood
  const spoken = choices.find((choice) => said.some((text) => isMentioned(choice, text)))
  return spoken ?? absent(schema, place, choices.includes(null) ? null : (choices[0] ?? null))
}

/** Whether a text has every telling word of a choice. */
function isMentioned(choice: Json, text: string): boolean {
  if (choice === null) return false
  const words = new Set(wordsOf(text))
  const wanted = tellingWordsOf(spaced(typeof choice === 'string' ? choice : JSON.stringify(choice)))
  return wanted.length > 0 && wanted.every((word) => words.has(word))
}

function fillList(schema: JsonObject, said: readonly string[], place: Place): Json | undefined {
  const items = isRecord(schema['items']) ? schema['items'] : {}
  if (Array.isArray(items['enum']))
    return items['enum'].filter((choice) => said.some((text) => isMentioned(choice, text)))
  const one = fill(items, said, { ...place, isRequired: false, depth: place.depth + 1 })
  const isEmpty = one === undefined || (isRecord(one) && Object.keys(one).length === 0)
  return isEmpty ? absent(schema, place, []) : [one]
}

/** The newest answer that is a yes or a no; else whether it was spoken of, and not denied. */
function fillTruth(said: readonly string[], { sought }: Place): boolean {
  const words = tellingWordsOf(`${spaced(sought.name)} ${sought.description}`)
  const spoken = said.findLast((text) => wordsOf(text).some((word) => words.includes(word)))
  if (spoken !== undefined) return !isNegated(spoken)
  return assentOf(said.at(-1) ?? '') ?? false
}

function fillNumber(schema: JsonObject, said: readonly string[], place: Place): Json | undefined {
  const least = typeof schema['minimum'] === 'number' ? schema['minimum'] : Number.NEGATIVE_INFINITY
  const most = typeof schema['maximum'] === 'number' ? schema['maximum'] : Number.POSITIVE_INFINITY
  const found = findNumber(place.sought, said)
  if (found === null) return absent(schema, place, Math.min(most, Math.max(least, 0)))
  const whole = typeOf(schema) === 'integer' ? Math.round(found) : found
  return Math.min(most, Math.max(least, whole))
}

function fillText(schema: JsonObject, said: readonly string[], place: Place): Json | undefined {
  const found = findText(place.sought, said)
  if (found !== null) return found
  const asked = spaced(place.sought.name)
  const last = said.at(-1) ?? ''
  if (
    /^(?:text|query|question|message|summary|reason|note|notes|topic|subject|description|content|input)$/.test(
      asked.split(' ').at(-1) ?? '',
    )
  )
    return last.slice(0, typeof schema['maxLength'] === 'number' ? schema['maxLength'] : 500)
  return absent(schema, place, '')
}
