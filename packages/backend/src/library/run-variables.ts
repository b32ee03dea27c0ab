import type { Json, JsonObject } from '@threadwork/engine'
import { quote } from '../conversation.ts'
import type { LibraryContext } from './library-context.ts'
import { refuseField } from './refusal.ts'
import { requireVariableName } from './variable-name.ts'
import { listVariables } from './variables.ts'

/** What a run is given of a team's variables (I35): the values of plain ones, the names of secrets. */
export function globalsOf(
  library: LibraryContext,
  teamId: string,
): { readonly globals: JsonObject; readonly secretNames: readonly string[] } {
  const globals: Record<string, Json> = Object.create(null)
  const secretNames: string[] = []
  for (const { name, content } of listVariables(library, teamId)) {
    if (content.type === 'plain') globals[name] = content.value
    else secretNames.push(name)
  }
  return { globals, secretNames }
}

/** Refuses values for a run that would stand in a secret's place (I37), or that no run can hold. */
export function requireRunVariables(
  library: LibraryContext,
  teamId: string,
  variables: JsonObject,
  path: string,
): void {
  const { secretNames } = globalsOf(library, teamId)
  for (const name of Object.keys(variables)) {
    if (secretNames.includes(name)) {
      throw refuseField(
        `${path}.${name}`,
        `${quote(name)} is a secret of the team, and no value of a run stands in its place. Choose another name.`,
      )
    }
    requireVariableName(name, `${path}.${name}`)
  }
}
