import type { DataPointOption } from '@threadwork/core'
import { useRef, type KeyboardEvent, type ReactElement } from 'react'
import { Icon } from '../icon/Icon.tsx'
import type { FieldRendererProps } from '../renderers/renderers.ts'
import { englishForm } from '../strings/form.ts'
import { useWords } from '../strings/useWords.ts'
import { comboboxAttributes, ComboboxList } from './ComboboxList.tsx'
import { labelIdOf } from './field-control.ts'
import { useCombobox } from './useCombobox.ts'

const chosenOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

interface ChipsProps {
  readonly chosen: readonly DataPointOption[]
  readonly isDisabled: boolean
  readonly onRemove: (option: DataPointOption) => void
}

const Chips = ({ chosen, isDisabled, onRemove }: ChipsProps): ReactElement => {
  const strings = useWords('form', englishForm)
  return (
    <ul className="twk-combobox__chips">
      {chosen.map((option) => (
        <li key={option.value} className="twk-combobox__chip">
          <bdi>{option.label}</bdi>
          <button
            type="button"
            className="twk-combobox__remove"
            aria-label={strings.removeChoice(option.label)}
            aria-disabled={isDisabled}
            onClick={() => onRemove(option)}
          >
            <Icon name="cross" />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A list that is filtered by typing, for several choices of many. What is chosen stands above it and can be removed. */
export const MultiCombobox = (props: FieldRendererProps): ReactElement => {
  const { options } = props.field
  const strings = useWords('form', englishForm)
  const input = useRef<HTMLInputElement>(null)
  const values = chosenOf(props.value)
  const isChosen = (option: DataPointOption) => values.includes(option.value)
  const chosen = values.flatMap((value) => options.find((option) => option.value === value) ?? [])

  const toggle = (option: DataPointOption) => {
    if (props.isDisabled) return
    props.onChange(
      isChosen(option) ? values.filter((value) => value !== option.value) : [...values, option.value],
    )
    combobox.clearTyped()
  }
  const combobox = useCombobox({ options, isDisabled: props.isDisabled, onChoose: toggle })
  const { typed } = combobox
  const listId = `${props.id}-list`

  const remove = (option: DataPointOption) => {
    toggle(option)
    // The button that had the focus goes with its chip.
    input.current?.focus()
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    const last = options.find((option) => option.value === values.at(-1))
    if (event.key === 'Backspace' && (typed ?? '') === '' && last) toggle(last)
    else combobox.handleKeyDown(event)
  }
  const handleBlur = () => {
    combobox.close()
    props.onBlur()
  }

  return (
    <div className="twk-combobox">
      {chosen.length > 0 && <Chips chosen={chosen} isDisabled={props.isDisabled} onRemove={remove} />}
      <div className="twk-combobox__box">
        <input
          {...comboboxAttributes(combobox, listId)}
          ref={input}
          type="text"
          className="twk-input twk-combobox__input"
          id={props.id}
          value={typed ?? ''}
          placeholder={
            chosen.length > 0
              ? strings.chosenCount(chosen.length)
              : (props.field.placeholder ?? strings.choose)
          }
          readOnly={props.isDisabled}
          aria-required={props.field.isRequired}
          aria-invalid={props.isInvalid}
          aria-describedby={props.describedBy}
          onClick={combobox.open}
          onChange={(event) => combobox.type(event.currentTarget.value)}
          onKeyDown={handleKeyDown}
          onBlur={handleBlur}
        />
        <span className="twk-combobox__sign" aria-hidden="true">
          <Icon name="chevronDown" />
        </span>
        <ComboboxList
          id={listId}
          labelId={labelIdOf(props.id)}
          combobox={combobox}
          isMultiple
          isChosen={isChosen}
          onChoose={toggle}
        />
      </div>
    </div>
  )
}
