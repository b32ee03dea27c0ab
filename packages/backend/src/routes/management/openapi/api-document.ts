import type { Operation, Tag } from '../operation.ts'
import { componentsOf } from './components.ts'
import { describeOperation } from './describe-operation.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** An OpenAPI 3.1 document, as far as the reference page reads it; the whole is plain JSON. */
export interface ApiDocument {
  readonly openapi: '3.1.0'
  readonly info: JsonObject
  readonly servers: readonly JsonObject[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonObject>>
    readonly responses: JsonObject
    readonly securitySchemes: JsonObject
  }
  readonly security: readonly JsonObject[]
}

/** What each part of the API is for, in the order of the reference. */
const tags: Readonly<Record<Tag, string>> = {
  Workflows: 'Workflows as resources: their names, statuses, drafts and life.',
  Versions: 'What a workflow said at a time. Exactly one version is active.',
  'Nodes and edges': 'The parts of a draft or of a version, one by one.',
  Execution: 'Starting runs, for real and as tests.',
  Runs: 'What became of each execution, step by step. Secrets are masked everywhere.',
  Schedules: 'When a workflow starts by itself: once, or by cron.',
  Conversations: 'What is known of conversations and people. A change is an event that may start workflows.',
  'Global variables': 'Values that every run of the team can read as {{name}}.',
  Settings: 'How many runs there may be at once.',
  'Tools and knowledge': 'What tool nodes and models can call, and what they can look up.',
  Templates: 'Workflows that ship, to begin with.',
  Development: 'What was sent to nobody, to be read.',
}

const problem = {
  description: 'What cannot be done and why, as RFC 9457 has it.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** Describes operations from the schemas that judge their requests. */
export function describeApi(operations: readonly Operation[]): ApiDocument {
  const paths: Record<string, Record<string, JsonObject>> = {}
  for (const operation of operations) {
    const at = (paths[operation.path.replaceAll(/:(\w+)/g, '{$1}')] ??= {})
    at[operation.method] = describeOperation(operation)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Threadwork workflow API',
      version: '0.1.0',
      description:
        'Workflows, their versions and their runs. Every address is served at the root and below /api. A request says who asks by a bearer token; everything belongs to a team, and what belongs to another is not found. Unknown fields are refused.',
    },
    servers: [
      { url: '/', description: 'The paths as they are printed' },
      { url: '/api', description: 'The same behind a prefix' },
    ],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: componentsOf(operations),
      responses: { Problem: problem },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
    security: [{ bearer: [] }],
  }
}
