import { z } from 'zod'
import type { Operation, Reply, Shape } from '../operation.ts'
import { schemaUri } from './components.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** One operation as OpenAPI has it. */
export function describeOperation(operation: Operation): JsonObject {
  const { id, tag, summary, description, body, replies } = operation
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === '' ? {} : { description }),
    parameters: [...pathParameters(operation), ...queryParameters(operation), ...headerParameters(operation)],
    ...(body ? { requestBody: { required: isNeeded(body), content: contentOf(body) } } : {}),
    responses: {
      ...Object.fromEntries(Object.entries(replies).map(([status, reply]) => [status, describeReply(reply)])),
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

/** An empty body counts as an empty object. */
const isNeeded = ({ schema }: Shape): boolean => !schema.safeParse({}).success

const contentOf = ({ name }: Shape, mediaType: string = 'application/json'): JsonObject => ({
  [mediaType]: { schema: { $ref: schemaUri(name) } },
})

const describeReply = ({ description, shape, mediaType }: Reply): JsonObject => ({
  description,
  ...(shape ? { content: contentOf(shape, mediaType) } : {}),
})

const pathParameters = ({ path }: Operation): readonly JsonObject[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: name === 'number' ? 'integer' : 'string' },
  }))

const headerParameters = ({ headers }: Operation): readonly JsonObject[] =>
  Object.entries(headers).map(([name, description]) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  }))

function queryParameters({ query }: Operation): readonly JsonObject[] {
  if (!query) return []
  const schema = z.toJSONSchema(query.schema, { io: 'input' })
  const required = new Set(schema.required)
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.has(name),
    ...(typeof property === 'object' && property.description !== undefined
      ? { description: property.description }
      : {}),
    schema: property,
  }))
}
