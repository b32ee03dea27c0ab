import type { DataPointOption } from '@threadwork/core'
import type { ReactElement } from 'react'
import { Icon } from '../icon/Icon.tsx'
import type { FieldRendererProps } from '../renderers/renderers.ts'
import { englishForm } from '../strings/form.ts'
import { useWords } from '../strings/useWords.ts'
import { comboboxAttributes, ComboboxList } from './ComboboxList.tsx'
import { labelIdOf } from './field-control.ts'
import { useCombobox } from './useCombobox.ts'

/** A list that is filtered by typing, for a choice of many. Only an option of the list can be its value. */
export const Combobox = (props: FieldRendererProps): ReactElement => {
  const { options } = props.field
  const strings = useWords('form', englishForm)
  const choose = (option: DataPointOption) => {
    props.onChange(option.value)
    combobox.close()
  }
  const combobox = useCombobox({
    options,
    isDisabled: props.isDisabled,
    chosen: props.value,
    onChoose: choose,
  })
  const { typed } = combobox
  const listId = `${props.id}-list`
  const chosenLabel = options.find((option) => option.value === props.value)?.label ?? ''

  const handleChange = (text: string) => {
    combobox.type(text)
    if (text === '') props.onChange('')
  }
  const handleBlur = () => {
    // A text that names exactly one option was meant as a choice.
    const wanted = typed?.trim().toLowerCase()
    const [only, ...others] = wanted ? options.filter(({ label }) => label.toLowerCase() === wanted) : []
    if (only && others.length === 0) props.onChange(only.value)
    combobox.close()
    props.onBlur()
  }

  return (
    <div className="twk-combobox">
      <input
        {...comboboxAttributes(combobox, listId)}
        type="text"
        className="twk-input twk-combobox__input"
        id={props.id}
        value={typed ?? chosenLabel}
        placeholder={props.field.placeholder ?? strings.choose}
        readOnly={props.isDisabled}
        aria-required={props.field.isRequired}
        aria-invalid={props.isInvalid}
        aria-describedby={props.describedBy}
        onClick={combobox.open}
        onChange={(event) => handleChange(event.currentTarget.value)}
        onKeyDown={combobox.handleKeyDown}
        onBlur={handleBlur}
      />
      <span className="twk-combobox__sign" aria-hidden="true">
        <Icon name="chevronDown" />
      </span>
      <ComboboxList
        id={listId}
        labelId={labelIdOf(props.id)}
        combobox={combobox}
        isMultiple={false}
        isChosen={(option) => option.value === props.value}
        onChoose={choose}
      />
    </div>
  )
}
