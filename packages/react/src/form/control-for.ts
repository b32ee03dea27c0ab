import type { DataPoint } from '@threadwork/core'
import { CheckboxControl, ChoiceGroupControl, SelectControl } from './ChoiceControl.tsx'
import { Combobox } from './Combobox.tsx'
import type { FieldControl, FieldControls } from './field-control.ts'
import { TextAreaControl, TextControl } from './TextControl.tsx'

/** Up to this many options the browser's own list is quicker than typing. */
const shortList = 10

/** The kit's own control for a field. */
export const builtInControlFor = (field: DataPoint): FieldControl => {
  switch (field.type) {
    case 'Select':
      if (field.isMultiple) return ChoiceGroupControl
      return field.options.length > shortList ? Combobox : SelectControl
    case 'Radio':
    case 'MultiSelect':
      return ChoiceGroupControl
    case 'Checkbox':
    case 'Consent':
      return CheckboxControl
    case 'TextArea':
      return TextAreaControl
    case 'Text':
    case 'Email':
    case 'Number':
    case 'Phone':
    case 'Url':
    case 'Date':
    case 'Time':
    case 'DateTime':
    case 'Password':
    case 'Rating':
    case 'File':
      return TextControl
  }
}

/** The host's own control for a field's type, or for the wire's word where the type is unknown to us. */
export const ownControlFor = (field: DataPoint, renderers: FieldControls): FieldControl | null => {
  const name = field.unknownType ?? field.type
  return Object.hasOwn(renderers, name) ? (renderers[name] ?? null) : null
}

/** Whether the control holds its label itself or beside it, so that the field's label must not be a `<label for>` above. */
export const labelPlace = (field: DataPoint): 'above' | 'beside' | 'group' => {
  if (field.type === 'Checkbox' || field.type === 'Consent') return 'beside'
  return field.type === 'Radio' ||
    field.type === 'MultiSelect' ||
    (field.type === 'Select' && field.isMultiple)
    ? 'group'
    : 'above'
}
