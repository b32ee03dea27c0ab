import type { DataPoint } from '@threadwork/core'
import type { ComponentType } from 'react'

/** What a field's control is given. The label, the hint and the error stand around it and are named by the ids. */
export interface FieldControlProps {
  readonly field: DataPoint
  /** On the element that takes focus, so that the label names it. */
  readonly id: string
  /** Text for text-like fields, a boolean for Checkbox and Consent, texts for a multiple choice. */
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly onBlur: () => void
  readonly isInvalid: boolean
  /** The details are on their way: show the value, take no change. */
  readonly isReadOnly: boolean
  /** Space-separated ids of the hint and the error, where there are any. */
  readonly describedBy: string | undefined
  /** The id of the label, for controls that are a group. */
  readonly labelId: string
}

/** A control for one field type. */
export type FieldControl = ComponentType<FieldControlProps>

/** Controls by field type: ours (`Email`) or a wire's own word (`Iban`). They win over the built-in ones. */
export type FieldRenderers = Readonly<Record<string, FieldControl>>
