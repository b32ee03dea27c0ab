import type { ComponentType } from 'react'
import type { FieldRendererProps } from '../renderers/renderers.ts'

/** A control for one field type. Its value is text, a boolean for Checkbox and Consent, texts for a multiple choice. */
export type FieldControl = ComponentType<FieldRendererProps>

/** Controls by field type: ours (`Email`) or a wire's own word (`Iban`). They win over the built-in ones. */
export type FieldControls = Readonly<Record<string, FieldControl | undefined>>

/** The id of a field's label, for controls that are a group and that a `<label for>` cannot name. */
export const labelIdOf = (controlId: string): string => `${controlId}-label`
