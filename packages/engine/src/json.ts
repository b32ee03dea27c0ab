/** What JSON can hold. Everything that a workflow or a run keeps is of it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** Records that come from outside are made without a prototype, so that a key can never reach one. */
export interface JsonObject {
  readonly [key: string]: Json
}
