import type { SchemaReader } from './form-schema-flat.ts'
import type { Schema } from './form-schema-merge.ts'
import { placeOf } from './form-schema-place.ts'
import { both, either, not, type ObjectScope } from './form-schema-scope.ts'
import type { Slot, Slots } from './form-schema-slots.ts'
import { fieldOfValue } from './form-schema-value.ts'
import type { FieldCondition } from './form.ts'

const annotations: ReadonlySet<string> = new Set([
  'title',
  'description',
  'default',
  'examples',
  'type',
  '$comment',
  'nullable',
])

// What a branch repeats of the field that it depends on is said by its condition.
const saysNothingNew = (keywords: Schema, field: { readonly key: string }, scope: ObjectScope): boolean => {
  const said = Object.keys(keywords).filter((keyword) => !annotations.has(keyword))
  return (
    said.length === 0 ||
    (said.every((keyword) => keyword === 'const') &&
      JSON.stringify(scope.condition).includes(JSON.stringify(field.key)))
  )
}

/** What a branch or a group says about fields that are there already. */
export interface AgainReader {
  readonly askAgain: (slot: Slot, schema: unknown, isRequired: boolean, scope: ObjectScope) => void
  readonly requireTogether: (path: readonly string[]) => void
}

export const createAgainReader = (reader: SchemaReader, slots: Slots): AgainReader => {
  const ask = (slot: Slot, scope: ObjectScope): void => {
    const { field } = slot
    if (field.isRequired || scope.isLoose) return
    const next = scope.condition
      ? { ...field, requiredWhen: either(field.requiredWhen, scope.condition) }
      : { ...field, isRequired: true }
    slots.replace(slot, { ...slot, field: next })
  }

  // One more field for the same value, which takes its turn while the branch holds.
  const narrow = (slot: Slot, keywords: Schema, scope: ObjectScope): void => {
    const { field } = slot
    if (scope.condition === null || scope.isLoose || slots.isReferredTo(slot)) {
      reader.tell(
        `Some rules of “${field.label}” depend on other answers in a way that cannot be checked here. The backend checks them.`,
      )
      return
    }
    const merged = reader.flatten({ allOf: [slot.schema, keywords] }, field.label, scope.trail)
    if (!merged) return
    const others = slot.narrowedBy.map(not)
    const condition = others.reduce<FieldCondition | null>(both, both(field.visibleWhen, scope.condition))
    const place = placeOf(slots, {
      name: field.path?.at(-1) ?? field.key,
      isRequired: field.isRequired,
      scope: { ...scope, groups: field.groups },
      defaultValue: field.defaultValue ?? undefined,
    })
    const drawn = {
      ...fieldOfValue(merged.keywords, { ...place, name: field.label }, reader),
      visibleWhen: condition,
      requiredWhen: field.requiredWhen,
    }
    const rest = { ...field, visibleWhen: both(field.visibleWhen, not(scope.condition)) }
    const left = { ...slot, field: rest, narrowedBy: [...slot.narrowedBy, scope.condition] }
    slots.replace(slot, left)
    slots.add(
      { field: drawn, schema: merged.keywords, owner: scope.owners.at(-1) ?? 0, narrowedBy: [] },
      left,
    )
  }

  const askAgain = (slot: Slot, schema: unknown, isRequired: boolean, scope: ObjectScope): void => {
    const flat = reader.flatten(schema, slot.field.label, scope.trail)
    if (flat && !saysNothingNew(flat.keywords, slot.field, scope)) narrow(slot, flat.keywords, scope)
    for (const each of slots.at(slot.field.path ?? [])) if (isRequired) ask(each, scope)
  }

  // An optional group is filled in as a whole: what it requires, it requires once something in it is there.
  const requireTogether = (path: readonly string[]): void => {
    const inside = slots.fields().filter((field) => path.every((name, index) => field.path?.[index] === name))
    const begun: FieldCondition = {
      type: 'any',
      conditions: inside.map(({ key }) => ({ type: 'filled', key })),
    }
    for (const field of inside.filter(({ isRequired, type }) => isRequired && type !== 'Checkbox'))
      for (const slot of slots.at(field.path ?? []))
        if (slot.field.key === field.key)
          slots.replace(slot, {
            ...slot,
            field: { ...field, isRequired: false, requiredWhen: both(begun, field.requiredWhen) },
          })
  }

  return { askAgain, requireTogether }
}
