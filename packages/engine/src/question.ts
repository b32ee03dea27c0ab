import type { DataPoint } from './form/data-point.ts'
import type { Json, JsonObject } from './json.ts'

/** How a parameter of an approval is labelled. */
export interface ParameterNote {
  readonly name: string
  readonly label: string
  readonly type: string
  readonly controlType?: string
  readonly isOptional: boolean
  readonly hint?: string
  readonly properties?: readonly ParameterNote[]
}

/** What a step asks of a person. It waits as long as it takes, unless it says when it ends. */
export type Question =
  | { readonly type: 'form'; readonly message: string; readonly dataPoints: readonly DataPoint[] }
  | {
      readonly type: 'approval'
      readonly scope: 'skill' | 'business'
      /** What is approved, in a person's words, and its name on the wire (`recipe:<n>`). */
      readonly skill: string
      readonly skillId: string | null
      readonly parameters: JsonObject
      readonly notes: readonly ParameterNote[]
      /** Milliseconds since 1970 from when it counts as rejected; `null` waits for ever. */
      readonly expiresAt: number | null
    }
  | { readonly type: 'connection'; readonly connector: string }

/** How a person answered a connection. */
export type ConnectionOutcome = 'authorized' | 'denied' | 'skipped'

/** Values by field key, without a prototype. */
export type FormValues = Readonly<Record<string, Json>>
