import { humanized, type ObjectScope } from './form-schema-scope.ts'
import type { Slots } from './form-schema-slots.ts'
import type { ValuePlace } from './form-schema-value.ts'

export interface PropertyPlace {
  readonly name: string
  readonly isRequired: boolean
  readonly scope: ObjectScope
  readonly defaultValue: unknown
}

/** Where a property's field stands, under a key that is still free. */
export const placeOf = (
  slots: Slots,
  { name, isRequired, scope, defaultValue }: PropertyPlace,
): ValuePlace => {
  const path = [...scope.path, name]
  return {
    name: humanized(name),
    key: slots.freeKey(path),
    path,
    groups: scope.groups,
    isRequired: isRequired && !scope.isLoose,
    defaultValue,
    trail: scope.trail,
  }
}
