import type { Json, JsonObject } from '@threadwork/engine'
import type { PerformContext, Performed } from '../perform/perform.ts'
import type { ToolContent } from '../store/library-records.ts'

/** A tool that is code of the backend. What it throws is a defect; what it cannot do is data. */
export interface InbuiltTool {
  readonly description: string
  /** JSON Schema; what `run` is given fits it. */
  readonly inputSchema: JsonObject
  readonly run: (input: JsonObject, context: PerformContext) => Performed | Promise<Performed>
}

/** Inbuilt tools by their names. */
export type InbuiltTools = Readonly<Record<string, InbuiltTool>>

/** A tool as a team registered it; `ToolRecord` is one. */
export interface RegisteredTool {
  readonly name: string
  readonly description: string
  readonly inputSchema: JsonObject
  readonly content: ToolContent
}

/** What a tool's templates can read of its team beside the tool's input. */
export interface ToolVariables {
  readonly values: JsonObject
  readonly secretNames: readonly string[]
}

export const succeeded = (output: Json): Performed => ({ type: 'succeeded', output })
export const failed = (error: string): Performed => ({ type: 'failed', error })

/** A text of an input whose schema says that it is one. */
export function textIn(input: JsonObject, name: string): string {
  const value = input[name]
  return typeof value === 'string' ? value : ''
}
