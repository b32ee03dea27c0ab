import type { DialectId } from '../dialects/dialect.ts'
import type { JsonObject } from '../json.ts'
import type { SecretBinding } from '../validate/validation-context.ts'
import type { WorkflowGraph } from '../workflow.ts'

/** A workflow that ships as a template: whole, and to be changed where it names people, labels and addresses. */
export interface Example {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly category: string
  /** In whose words it is shown. */
  readonly dialect: DialectId
  readonly graph: WorkflowGraph
  /** What a test run starts with: the event's data, or what somebody gives by hand. */
  readonly sample: JsonObject
  /** Global variables that it reads, with values to begin with. */
  readonly globals: Readonly<Record<string, string>>
  /** Secrets that it needs, and where it sends them. */
  readonly secrets: readonly SecretBinding[]
}
