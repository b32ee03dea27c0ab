import { asText } from './form-read.ts'
import { isRecord } from './is-record.ts'
import { conditionOf } from './form-schema-condition.ts'
import type { Branch, FlatSchema, SchemaReader } from './form-schema-flat.ts'
import { choiceOf } from './form-schema-options.ts'
import type { Slots } from './form-schema-slots.ts'
import { keyOfPath } from './form-schema-slots.ts'
import { createAgainReader } from './form-schema-again.ts'
import { placeOf } from './form-schema-place.ts'
import { both, humanized, listOf, not, own, recordOf, type ObjectScope } from './form-schema-scope.ts'
import { typesOf } from './form-schema-kind.ts'
import { fieldOfValue, tellUnchecked } from './form-schema-value.ts'
import { chooserSchema, discriminatorOf } from './form-schema-variants.ts'
import type { FieldCondition, FieldGroup } from './form.ts'

const deepest = 12

const shapesOf = ({ keywords }: FlatSchema): readonly unknown[] =>
  choiceOf(keywords) ? [] : [...listOf(keywords['oneOf']), ...listOf(keywords['anyOf'])]

const isGroup = (flat: FlatSchema): boolean =>
  typesOf(flat.keywords).types.includes('object') &&
  (Object.keys(recordOf(flat.keywords['properties'])).length > 0 ||
    flat.branches.length > 0 ||
    shapesOf(flat).length > 0)

/** Reads objects of a schema into fields. */
export interface ObjectReader {
  readonly read: (flat: FlatSchema, name: string) => void
}

export const createObjectReader = (reader: SchemaReader, slots: Slots): ObjectReader => {
  const again = createAgainReader(reader, slots)
  let parts = 0

  const addValue = (flat: FlatSchema, name: string, isRequired: boolean, scope: ObjectScope): void => {
    const title = asText(flat.keywords['title'])
    const place = placeOf(slots, {
      name,
      isRequired,
      scope: { ...scope, trail: flat.trail },
      defaultValue: flat.keywords['default'] ?? own(scope.defaults, name),
    })
    const field = fieldOfValue(flat.keywords, { ...place, name: title ?? place.name }, reader)
    slots.add({
      field: { ...field, visibleWhen: scope.condition },
      schema: flat.keywords,
      owner: scope.owners.at(-1) ?? 0,
      narrowedBy: [],
    })
  }

  const addGroup = (flat: FlatSchema, name: string, isRequired: boolean, scope: ObjectScope): void => {
    const path = [...scope.path, name]
    const group: FieldGroup = {
      key: keyOfPath(path),
      label: asText(flat.keywords['title']) ?? humanized(name),
      help: asText(flat.keywords['description']),
      isOptional: !isRequired,
    }
    const known = slots.fields().find(({ groups }) => groups.some(({ key }) => key === group.key))
    const at = known?.groups.findIndex(({ key }) => key === group.key) ?? 0
    if (path.length > deepest) {
      reader.tell(`“${group.label}” lies too deep in the form to be drawn. It is left out.`)
      return
    }
    readObject(flat, {
      ...scope,
      name: group.label,
      path,
      trail: flat.trail,
      groups: known ? known.groups.slice(0, at + 1) : [...scope.groups, group],
      defaults: flat.keywords['default'] ?? own(scope.defaults, name),
    })
    if (!isRequired && !known) again.requireTogether(path)
  }

  const readProperty = (name: string, schema: unknown, isRequired: boolean, scope: ObjectScope): void => {
    const path = [...scope.path, name]
    const before = slots.at(path).find(({ owner }) => scope.owners.includes(owner))
    if (before) return again.askAgain(before, schema, isRequired, scope)
    const flat = reader.flatten(schema, humanized(name), scope.trail)
    if (!flat) return
    if (isGroup(flat)) return addGroup(flat, name, isRequired, scope)
    if (schema === true && slots.hasBelow(path))
      return reader.tell(
        `Whether “${humanized(name)}” is required depends on other answers in a way that cannot be checked here.`,
      )
    return addValue(flat, name, isRequired, scope)
  }

  // Required without a description of its own here: a branch or a shape may have drawn it.
  const requireProperty = (name: string, scope: ObjectScope): void => {
    const drawn = slots.at([...scope.path, name])
    if (drawn.length === 0) return readProperty(name, true, true, scope)
    for (const slot of drawn) again.askAgain(slot, true, true, scope)
  }

  const readWhen = (schema: unknown, condition: FieldCondition | null, scope: ObjectScope): void => {
    if (schema === undefined || schema === true) return
    const flat = reader.flatten(schema, scope.name, scope.trail)
    if (!flat) return
    parts += 1
    readObject(flat, {
      ...scope,
      trail: flat.trail,
      condition: both(scope.condition, condition),
      owners: [...scope.owners, parts],
      isLoose: scope.isLoose || condition === null,
    })
  }

  const readBranch = (branch: Branch, scope: ObjectScope): void => {
    const condition = conditionOf(branch.condition, { path: scope.path, scope: slots.scope })
    if (condition) slots.refer(condition)
    else
      reader.tell(
        `What “${scope.name}” asks for depends on answers in a way (“if”) that this page cannot judge, so all of it is offered.`,
      )
    readWhen(branch.whenTrue, condition, scope)
    readWhen(branch.whenFalse, condition && not(condition), scope)
  }

  const readDependent = (name: string, dependent: unknown, scope: ObjectScope): void => {
    const key = slots.scope.keyAt([...scope.path, name])
    const condition: FieldCondition | null = key === null ? null : { type: 'filled', key }
    if (condition) slots.refer(condition)
    readWhen(
      Array.isArray(dependent) ? { required: dependent as readonly unknown[] } : dependent,
      condition,
      scope,
    )
  }

  const readShapes = (flat: FlatSchema, scope: ObjectScope): void => {
    const shapes = shapesOf(flat).map((shape) => reader.flatten(shape, scope.name, flat.trail))
    const whole = shapes.filter((shape) => shape !== null)
    if (shapes.length === 0) return
    const found = whole.length === shapes.length ? discriminatorOf(whole) : null
    if (!found) {
      reader.tell(
        `“${scope.name}” may take one of several shapes that no answer tells apart, so all of them are offered. The backend checks which one it is.`,
      )
      for (const shape of whole) readShape(shape, null, scope)
      return
    }
    const path = [...scope.path, found.name]
    if (slots.at(path).length === 0) readProperty(found.name, chooserSchema(found), true, scope)
    const key = slots.scope.keyAt(path)
    for (const { value, flat: shape } of found.variants) {
      const condition: FieldCondition | null =
        key === null ? null : { type: 'is', key, values: [slots.scope.held(key, value)] }
      if (condition) slots.refer(condition)
      readShape(without(shape, found.name), condition, scope)
    }
  }

  const readShape = (flat: FlatSchema, condition: FieldCondition | null, scope: ObjectScope): void => {
    parts += 1
    readObject(flat, {
      ...scope,
      trail: flat.trail,
      condition: both(scope.condition, condition),
      owners: [...scope.owners, parts],
      isLoose: scope.isLoose || condition === null,
    })
  }

  const readObject = (flat: FlatSchema, scope: ObjectScope): void => {
    const { keywords } = flat
    const properties = recordOf(keywords['properties'])
    const required = new Set(listOf(keywords['required']).filter((name) => typeof name === 'string'))
    for (const [name, schema] of Object.entries(properties))
      readProperty(name, schema, required.has(name), scope)
    for (const branch of flat.branches) readBranch(branch, scope)
    for (const keyword of ['dependentRequired', 'dependentSchemas', 'dependencies'])
      for (const [name, dependent] of Object.entries(recordOf(keywords[keyword])))
        readDependent(name, dependent, scope)
    readShapes(flat, scope)
    for (const name of required) if (!Object.hasOwn(properties, name)) requireProperty(name, scope)
    tellUnchecked(keywords, scope.name, reader)
    if (isRecord(keywords['patternProperties']) || isRecord(keywords['additionalProperties']))
      reader.tell(
        `“${scope.name}” takes further entries under names of your choice, which cannot be added here.`,
      )
  }

  return {
    read: (flat, name) =>
      readObject(flat, {
        name,
        path: [],
        groups: [],
        trail: flat.trail,
        defaults: flat.keywords['default'],
        condition: null,
        owners: [0],
        isLoose: false,
      }),
  }
}

const without = (flat: FlatSchema, name: string): FlatSchema => {
  const { [name]: _removed, ...properties } = recordOf(flat.keywords['properties'])
  const required = listOf(flat.keywords['required']).filter((each) => each !== name)
  return { ...flat, keywords: { ...flat.keywords, properties, required } }
}
