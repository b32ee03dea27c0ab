import type { LoopWorkflow } from '../triggers/find-loops.ts'

/** A secret's name, and the hosts that its value may go to: `api.example.com`, `*.example.com`, `example.com:8443`. */
export interface SecretBinding {
  readonly name: string
  readonly hosts: readonly string[]
}

/** What a workflow meets where it runs. */
export interface ValidationContext {
  /** The names of the team's global variables that are no secrets. */
  readonly globals?: readonly string[]
  readonly secrets?: readonly SecretBinding[]
  /** The names of variables that every run is given at its start. */
  readonly variables?: readonly string[]
  /** Who this workflow is among the others; needed to find loops across them. */
  readonly workflow?: { readonly id: string; readonly name: string }
  /** The team's workflows that listen now. */
  readonly active?: readonly LoopWorkflow[]
}
