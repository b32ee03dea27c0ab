import { isRecord } from '../is-record.ts'
import type { Json } from '../json.ts'
import type { Lexicon } from './lexicon.ts'

/** Carries JSON from a seed's words to ours and back. `write(read(x))` and `read(write(x))` are `x`, whatever `x` is. */
export interface Translation {
  readonly read: (value: Json) => Json
  readonly write: (value: Json) => Json
}

/** Leaves everything as it is. */
export const asItIs: Translation = { read: (value) => value, write: (value) => value }

/** Exchanges a word; what is no text stays. */
export const word = (lexicon: Lexicon): Translation => ({
  read: (value) => (typeof value === 'string' ? lexicon.toOurs(value) : value),
  write: (value) => (typeof value === 'string' ? lexicon.toTheirs(value) : value),
})

/** Translates each entry of a list; what is no list is translated as one entry. */
export const listOf = (each: Translation): Translation => ({
  read: (value) => (Array.isArray(value) ? value.map(each.read) : each.read(value)),
  write: (value) => (Array.isArray(value) ? value.map(each.write) : each.write(value)),
})

/** Exchanges the keys of an object, and translates the value under each by its name in our words. */
export const record = (keys: Lexicon, fields: Readonly<Record<string, Translation>> = {}): Translation => {
  const field = (ours: string): Translation =>
    Object.hasOwn(fields, ours) ? (fields[ours] ?? asItIs) : asItIs
  return {
    read: (value) =>
      mapEntries(value, (key, entry) => {
        const ours = keys.toOurs(key)
        return [ours, field(ours).read(entry)]
      }),
    write: (value) => mapEntries(value, (key, entry) => [keys.toTheirs(key), field(key).write(entry)]),
  }
}

function mapEntries(value: Json, map: (key: string, entry: Json) => readonly [string, Json]): Json {
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => map(key, entry)))
}
