import type { Item, ItemKind } from '@threadwork/core'
import type { ComponentType } from 'react'
import type { ItemRendererProps, Renderers, SkillRenderer, SkillRenderers } from './renderers.ts'

// A component may be an object as well: `memo` and `lazy` make such.
const isByKind = (renderer: SkillRenderer): renderer is SkillRenderers =>
  typeof renderer === 'object' && !('$$typeof' in renderer)

const forSkill = (renderers: Renderers, item: Item): unknown => {
  if (item.kind !== 'skill' && item.kind !== 'approval') return undefined
  const { skills } = renderers
  // A skill's name comes from a backend: `constructor` is one that an object inherits.
  const found = skills && Object.hasOwn(skills, item.skillName) ? skills[item.skillName] : undefined
  return found !== undefined && isByKind(found) ? found[item.kind] : found
}

/** The host's component for an item: by its skill's name, else by its kind; `null` where there is none. */
export const rendererFor = (
  renderers: Renderers,
  item: Item,
): ComponentType<ItemRendererProps<ItemKind>> | null => {
  const found = forSkill(renderers, item) ?? renderers.kinds?.[item.kind] ?? null
  // The map's key is the item's own kind, a tie that the type of a lookup cannot express.
  return found as ComponentType<ItemRendererProps<ItemKind>> | null
}
