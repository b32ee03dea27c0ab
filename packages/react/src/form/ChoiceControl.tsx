import type { ReactElement } from 'react'
import { englishForm } from '../strings/form.ts'
import { useWords } from '../strings/useWords.ts'
import type { FieldRendererProps } from '../renderers/renderers.ts'
import { labelIdOf } from './field-control.ts'

/** The browser's own list, for a handful of options. */
export const SelectControl = (props: FieldRendererProps): ReactElement => {
  const { field } = props
  const strings = useWords('form', englishForm)
  return (
    <select
      className="twk-input"
      id={props.id}
      value={typeof props.value === 'string' ? props.value : ''}
      disabled={props.isDisabled}
      aria-required={field.isRequired}
      aria-invalid={props.isInvalid}
      aria-describedby={props.describedBy}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onBlur={props.onBlur}
    >
      <option value="">{field.placeholder ?? strings.choose}</option>
      {field.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

/** One box that is ticked or not; its label stands beside it. */
export const CheckboxControl = (props: FieldRendererProps): ReactElement => (
  <input
    type="checkbox"
    className="twk-form__check"
    id={props.id}
    checked={props.value === true}
    disabled={props.isDisabled}
    aria-required={props.field.type === 'Consent' && props.field.isRequired}
    aria-invalid={props.isInvalid}
    aria-describedby={props.describedBy}
    onChange={(event) => props.onChange(event.currentTarget.checked)}
    onBlur={props.onBlur}
  />
)

const chosenOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** Radio buttons for one of several, check boxes for several of several. */
export const ChoiceGroupControl = (props: FieldRendererProps): ReactElement => {
  const { field } = props
  const chosen = chosenOf(props.value)
  const toggle = (value: string, isChosen: boolean) => {
    if (!field.isMultiple) return props.onChange(value)
    const others = chosen.filter((entry) => entry !== value && entry !== '')
    return props.onChange(isChosen ? [...others, value] : others)
  }
  return (
    <div
      role={field.isMultiple ? 'group' : 'radiogroup'}
      className="twk-form__choices"
      aria-labelledby={labelIdOf(props.id)}
      aria-describedby={props.describedBy}
      {...(field.isMultiple ? {} : { 'aria-required': field.isRequired, 'aria-invalid': props.isInvalid })}
      onBlur={props.onBlur}
    >
      {field.options.map((option, index) => (
        <label key={option.value} className="twk-form__choice">
          <input
            type={field.isMultiple ? 'checkbox' : 'radio'}
            className="twk-form__check"
            id={index === 0 ? props.id : undefined}
            name={props.id}
            value={option.value}
            checked={chosen.includes(option.value)}
            disabled={props.isDisabled}
            onChange={(event) => toggle(option.value, event.currentTarget.checked)}
          />
          <span>
            {option.label}
            {option.help !== undefined && <span className="twk-hint twk-form__note">{option.help}</span>}
          </span>
        </label>
      ))}
    </div>
  )
}
