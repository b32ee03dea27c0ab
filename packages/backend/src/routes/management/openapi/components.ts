import { nodeKinds } from '@threadwork/engine'
import { z } from 'zod'
import { type Operation, type Shape, shape as named } from '../operation.ts'
import { problemView } from '../views/problem-view.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** Where a named schema stands in the document. */
export const schemaUri = (name: string): string => `#/components/schemas/${name}`

/** The config of each type of node, as a node of that type takes it. */
const configs: readonly Shape[] = [...nodeKinds.values()].map(({ type, schema }) =>
  named(`Config.${type}`, schema),
)

/**
 * JSON Schema of every shape that operations name, and of the config of every type of node. Throws when two different
 * shapes share a name.
 */
export function componentsOf(operations: readonly Operation[]): Readonly<Record<string, JsonObject>> {
  const shapes = new Map<string, Shape>()
  for (const shape of [problemView, ...operations.flatMap(shapesOf), ...configs]) {
    const known = shapes.get(shape.name)
    if (known && known.schema !== shape.schema) {
      throw new Error(`Two schemas are called ${shape.name}: give one of them another name.`)
    }
    shapes.set(shape.name, shape)
  }
  const registry = z.registry<{ readonly id: string }>()
  for (const { name, schema } of shapes.values()) {
    if (!registry.has(schema)) registry.add(schema, { id: name })
  }
  const { schemas } = z.toJSONSchema(registry, { uri: schemaUri, io: 'input', unrepresentable: 'any' })
  // What has two names stands under the first, and the second leads there.
  const all = [...shapes.values()].map(({ name, schema }) => {
    const described = schemas[name]
    return [
      name,
      described ? cleaned(described) : { $ref: schemaUri(registry.get(schema)?.id ?? name) },
    ] as const
  })
  return placeShared(Object.fromEntries(all), schemas['__shared'])
}

/** Gives what refers to itself, as any JSON does, a place of its own: zod keeps it where no document can point to. */
function placeShared(
  schemas: Readonly<Record<string, JsonObject>>,
  shared: object | undefined,
): Readonly<Record<string, JsonObject>> {
  const definitions = shared && '$defs' in shared ? shared.$defs : {}
  const text = JSON.stringify({ ...schemas, ...(definitions as object) }).replaceAll('/__shared#/$defs/', '/')
  return JSON.parse(text) as Readonly<Record<string, JsonObject>>
}

const shapesOf = ({ body, replies }: Operation): readonly Shape[] =>
  [body, ...Object.values(replies).map(({ shape }) => shape)].filter((shape) => shape !== null)

/** The document's own dialect is JSON Schema 2020-12: no part of it names it again, nor its own place. */
function cleaned(schema: object): JsonObject {
  const { $schema: _dialect, $id: _place, ...rest } = schema as Record<string, unknown>
  return rest
}
