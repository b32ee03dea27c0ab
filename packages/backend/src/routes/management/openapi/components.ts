import { z } from 'zod'
import type { Operation, Shape } from '../operation.ts'
import { problemView } from '../views/problem-view.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** Where a named schema stands in the document. */
export const schemaUri = (name: string): string => `#/components/schemas/${name}`

/** JSON Schema of every shape that operations name. Throws when two different shapes share a name. */
export function componentsOf(operations: readonly Operation[]): Readonly<Record<string, JsonObject>> {
  const shapes = new Map<string, Shape>()
  for (const shape of [problemView, ...operations.flatMap(shapesOf)]) {
    const known = shapes.get(shape.name)
    if (known && known.schema !== shape.schema) {
      throw new Error(`Two schemas are called ${shape.name}: give one of them another name.`)
    }
    shapes.set(shape.name, shape)
  }
  const registry = z.registry<{ readonly id: string }>()
  const names = [...shapes.values()].filter(({ schema }) => !registry.has(schema))
  for (const { name, schema } of names) registry.add(schema, { id: name })
  const { schemas } = z.toJSONSchema(registry, { uri: schemaUri, io: 'input', unrepresentable: 'any' })
  return named(Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, cleaned(schema)])))
}

/** Gives what refers to itself, as any JSON does, a place of its own: zod keeps it where no document can point to. */
function named(schemas: Readonly<Record<string, JsonObject>>): Readonly<Record<string, JsonObject>> {
  const { __shared: shared, ...rest } = schemas
  const all = { ...rest, ...(shared?.['$defs'] as Readonly<Record<string, JsonObject>> | undefined) }
  const text = JSON.stringify(all).replaceAll('/__shared#/$defs/', '/')
  return JSON.parse(text) as Readonly<Record<string, JsonObject>>
}

const shapesOf = ({ body, replies }: Operation): readonly Shape[] =>
  [body, ...Object.values(replies).map(({ shape }) => shape)].filter((shape) => shape !== null)

/** The document's own dialect is JSON Schema 2020-12: no part of it names it again, nor its own place. */
function cleaned(schema: object): JsonObject {
  const { $schema: _dialect, $id: _place, ...rest } = schema as Record<string, unknown>
  return rest
}
