import { conditionKeys } from './form-condition.ts'
import type { ConditionScope } from './form-schema-condition.ts'
import type { Schema } from './form-schema-merge.ts'
import { submittedOption } from './form-values.ts'
import type { DataPoint, FieldCondition } from './form.ts'
import { sameValue } from './same-value.ts'

/** A field while its form is still read. */
export interface Slot {
  field: DataPoint
  /** What the field was drawn from. */
  readonly schema: Schema
  /** The part of the schema that it stands in: see `ObjectScope.owners`. */
  readonly owner: number
  /** Where a branch draws it in its own way. */
  readonly narrowedBy: readonly FieldCondition[]
}

/** The fields of a form in their order, while its schema is read. */
export interface Slots {
  readonly fields: () => readonly DataPoint[]
  readonly at: (path: readonly string[]) => readonly Slot[]
  /** Whether a field stands at or below a path. */
  readonly hasBelow: (path: readonly string[]) => boolean
  /** A key for one more field at a path. */
  readonly freeKey: (path: readonly string[]) => string
  readonly add: (slot: Slot, behind?: Slot) => void
  readonly replace: (slot: Slot, next: Slot) => void
  /** Remembers which fields a condition is about. */
  readonly refer: (condition: FieldCondition) => void
  readonly isReferredTo: (slot: Slot) => boolean
  readonly scope: ConditionScope
}

const escape = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

/** The key of a field: the JSON Pointer to its value, without the first slash. */
export const keyOfPath = (path: readonly string[]): string => path.map(escape).join('/')

const isAlwaysThere = ({ isRequired, type }: DataPoint): boolean => isRequired || type === 'Checkbox'

export const createSlots = (): Slots => {
  const slots: Slot[] = []
  const referred = new Set<string>()
  const keyed = (key: string): Slot | undefined => slots.find(({ field }) => field.key === key)
  const at = (path: readonly string[]): readonly Slot[] =>
    slots.filter(({ field }) => sameValue(field.path, path))

  return {
    fields: () => slots.map(({ field }) => field),
    at,
    hasBelow: (path) => slots.some(({ field }) => path.every((name, index) => field.path?.[index] === name)),
    freeKey(path) {
      const key = keyOfPath(path)
      let free = key
      for (let next = 2; keyed(free); next += 1) free = `${key}#${next}`
      return free
    },
    add(slot, behind) {
      slots.splice(behind ? slots.indexOf(behind) + 1 : slots.length, 0, slot)
    },
    replace: (slot, next) => void slots.splice(slots.indexOf(slot), 1, next),
    refer(condition) {
      for (const key of conditionKeys(condition)) referred.add(key)
    },
    isReferredTo: ({ field }) => referred.has(field.key),
    scope: {
      // Where several fields take turns at one path, no single one of them has the value.
      keyAt(path) {
        const [only, ...others] = at(path)
        return only && others.length === 0 ? only.field.key : null
      },
      isAlwaysThere(key) {
        const slot = keyed(key)
        return slot !== undefined && isAlwaysThere(slot.field)
      },
      held(key, value) {
        const option = keyed(key)?.field.options.find((each) => sameValue(submittedOption(each), value))
        return option?.value ?? value
      },
    },
  }
}
