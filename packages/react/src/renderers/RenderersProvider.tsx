import type { Item, ItemKind } from '@threadwork/core'
import {
  createContext,
  createElement,
  useContext,
  type ComponentType,
  type Context,
  type ReactNode,
} from 'react'
import type { ItemRendererProps, Renderers } from './renderers.ts'

const RenderersContext: Context<Renderers> = createContext({})

/** `<RenderersProvider value={renderers}>`: keep the object's identity, or every item is drawn anew. */
export const RenderersProvider: Context<Renderers> = RenderersContext

/** The replacements in use here. */
export const useRenderers = (): Renderers => useContext(RenderersContext)

const replacementFor = (
  renderers: Renderers,
  item: Item,
): ComponentType<ItemRendererProps<ItemKind>> | undefined => {
  const bySkill =
    (item.kind === 'skill' || item.kind === 'approval') &&
    renderers.skills &&
    Object.hasOwn(renderers.skills, item.skillName)
      ? renderers.skills[item.skillName]
      : undefined
  const found: unknown = bySkill ?? renderers.kinds?.[item.kind]
  // The map's key is the item's own kind, a tie that the type of a lookup cannot express.
  return found as ComponentType<ItemRendererProps<ItemKind>> | undefined
}

export interface ItemSlotProps {
  readonly item: Item
  /** The kit's own drawing. */
  readonly children: ReactNode
}

/** Draws the host's component for an item where there is one, else `children`. */
export const ItemSlot = ({ item, children }: ItemSlotProps): ReactNode => {
  const Replacement = replacementFor(useRenderers(), item)
  return Replacement ? createElement(Replacement, { item }, children) : children
}
