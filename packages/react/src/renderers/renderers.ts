import type { DataPoint, DataPointType, Item, ItemKind } from '@threadwork/core'
import type { ComponentType, ReactNode } from 'react'

/** The item of one kind. */
export type ItemOf<Kind extends ItemKind> = Extract<Item, { readonly kind: Kind }>

export interface ItemRendererProps<Kind extends ItemKind> {
  readonly item: ItemOf<Kind>
  /** What the kit would have drawn. */
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
export type FieldRenderers = { readonly [Type in DataPointType]?: ComponentType<FieldRendererProps> }

/** Components that take the place of the kit's own. One for a skill's name outranks one for the kind. */
export interface Renderers {
  readonly kinds?: KindRenderers
  /** By the skill's name, for its skill cards and its approvals. */
  readonly skills?: Readonly<Record<string, ComponentType<ItemRendererProps<'skill' | 'approval'>>>>
  readonly fields?: FieldRenderers
}
