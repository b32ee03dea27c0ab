import type { DataPoint, DataPointType, Item, ItemKind } from '@threadwork/core'
import type { ComponentType, ReactNode } from 'react'
import type { ThreadActions } from '../thread/thread-actions.ts'

/** The item of one kind. */
export type ItemOf<Kind extends ItemKind> = Extract<Item, { readonly kind: Kind }>

export interface ItemRendererProps<Kind extends ItemKind> {
  readonly item: ItemOf<Kind>
  /** What a row may ask of its conversation, such as `decide`; a part is missing where it cannot be done. */
  readonly actions: ThreadActions
  /** What the kit would have drawn: put it where the kit's own card is to stand, or leave it out. */
  readonly children?: ReactNode
}

/** What a field component is given. `id` belongs on the control, so that its label names it. */
export interface FieldRendererProps {
  readonly field: DataPoint
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly onBlur: () => void
  /** Ids of the hint and the error, for `aria-describedby`; `undefined` without either. */
  readonly describedBy: string | undefined
  readonly isInvalid: boolean
  readonly isDisabled: boolean
}

export type KindRenderers = { readonly [Kind in ItemKind]?: ComponentType<ItemRendererProps<Kind>> }

/** One component for all that a skill shows, or one for its card and one for its approval. */
export type SkillRenderer = ComponentType<ItemRendererProps<'skill' | 'approval'>> | SkillRenderers

export type SkillRenderers = Pick<KindRenderers, 'skill' | 'approval'>

/** Ours (`Email`), or a word that only the backend knows (`Iban`). */
export type FieldRenderers = {
  // The intersection keeps the known names in an editor's list.
  readonly [Type in DataPointType | (string & Record<never, never>)]?: ComponentType<FieldRendererProps>
}

/** Components that take the place of the kit's own. One for a skill's name outranks one for the kind. */
export interface Renderers {
  readonly kinds?: KindRenderers
  /** By the skill's name, for its skill cards and its approvals. */
  readonly skills?: Readonly<Record<string, SkillRenderer>>
  /** By the type of a form's field. */
  readonly fields?: FieldRenderers
}

/**
 * Gives `renderers` back as they are. Each component is told the type of its item, and a name that the kit does not
 * know is an error where it is written. Call it once, outside of a component: another object draws every item anew.
 */
export const defineRenderers = (renderers: Renderers): Renderers => renderers
