import type { Json } from '@threadwork/engine'
import type { ManagementContext } from './management-context.ts'

/** What leaves for a team, with its secrets hidden in whatever spelling (I33). */
export async function masked({ vault }: ManagementContext, teamId: string, body: object): Promise<object> {
  const mask = await vault.mask(teamId)
  // Views are plain JSON, and a mask keeps an object an object.
  return mask.json(body as Json) as object
}
