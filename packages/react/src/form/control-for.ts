import type { DataPoint } from '@threadwork/core'
import { CheckboxControl, ChoiceGroupControl, SelectControl } from './ChoiceControl.tsx'
import { Combobox } from './Combobox.tsx'
import type { FieldControl, FieldControls } from './field-control.ts'
import { MultiCombobox } from './MultiCombobox.tsx'
import { RatingControl, ratingSteps } from './RatingControl.tsx'
import { ReadOnlyControl } from './ReadOnlyControl.tsx'
import { LinesControl, SecretControl, TextAreaControl, TextControl } from './TextControl.tsx'

/** Up to this many options the browser's own list is quicker than typing. */
const shortList = 10

const isChoice = ({ type }: DataPoint): boolean =>
  type === 'Select' || type === 'MultiSelect' || type === 'Radio'

const choiceControl = ({ type, options, isMultiple }: DataPoint): FieldControl => {
  const isLong = options.length > shortList
  if (isMultiple) return isLong ? MultiCombobox : ChoiceGroupControl
  if (type === 'Radio') return ChoiceGroupControl
  return isLong ? Combobox : SelectControl
}

/** The kit's own control for a field. */
export const builtInControlFor = (field: DataPoint): FieldControl => {
  if (field.isReadOnly) return ReadOnlyControl
  if (isChoice(field)) return choiceControl(field)
  if (field.isMultiple) return LinesControl
  if (field.type === 'Checkbox' || field.type === 'Consent') return CheckboxControl
  if (field.isSecret) return SecretControl
  if (field.type === 'Rating' && ratingSteps(field).length > 0) return RatingControl
  return field.type === 'TextArea' ? TextAreaControl : TextControl
}

/** The host's own control for a field's type, or for the wire's word where the type is unknown to us. */
export const ownControlFor = (field: DataPoint, renderers: FieldControls): FieldControl | null => {
  const name = field.unknownType ?? field.type
  return Object.hasOwn(renderers, name) ? (renderers[name] ?? null) : null
}

/**
 * Where a field's label stands: `above` its control and tied to it, `beside` a tick box, or naming a `group` of
 * controls.
 */
export const labelPlace = (field: DataPoint): 'above' | 'beside' | 'group' => {
  const control = builtInControlFor(field)
  if (control === CheckboxControl) return 'beside'
  return control === ChoiceGroupControl || control === RatingControl ? 'group' : 'above'
}
