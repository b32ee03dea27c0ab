import type { DataPointOption } from '@threadwork/core'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { useStrings } from '../strings/StringsProvider.tsx'
import { matchOptions, nextHighlight } from './combobox-keys.ts'
import type { FieldRendererProps } from '../renderers/renderers.ts'
import { labelIdOf } from './field-control.ts'

interface OptionsProps {
  readonly id: string
  readonly labelId: string
  readonly options: readonly DataPointOption[]
  readonly highlight: number
  readonly chosen: unknown
  readonly onChoose: (option: DataPointOption) => void
}

const Options = (props: OptionsProps): ReactElement => {
  const list = useRef<HTMLUListElement>(null)
  const strings = useStrings().form
  useEffect(() => {
    list.current?.children[props.highlight]?.scrollIntoView({ block: 'nearest' })
  }, [props.highlight])
  if (props.options.length === 0) return <p className="twk-combobox__none">{strings.noMatch}</p>
  return (
    <ul
      ref={list}
      className="twk-combobox__list"
      role="listbox"
      id={props.id}
      aria-labelledby={props.labelId}
    >
      {props.options.map((option, index) => (
        <li
          key={option.value}
          id={`${props.id}-${index}`}
          className="twk-combobox__option"
          role="option"
          aria-selected={option.value === props.chosen}
          data-highlighted={index === props.highlight || undefined}
          // The input keeps the focus: a press on an option must not blur it.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => props.onChoose(option)}
        >
          <span>{option.label}</span>
          {option.value === props.chosen && <Icon name="check" />}
        </li>
      ))}
    </ul>
  )
}

/** A list that is filtered by typing, for a choice of many. Only an option of the list can be its value. */
export const Combobox = (props: FieldRendererProps): ReactElement => {
  const { options } = props.field
  const strings = useStrings().form
  const chosenLabel = options.find((option) => option.value === props.value)?.label ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [highlight, setHighlight] = useState(0)
  const shown = useMemo(() => matchOptions(options, typed ?? ''), [options, typed])
  const listId = `${props.id}-list`

  const open = (
    at = Math.max(
      0,
      shown.findIndex((option) => option.value === props.value),
    ),
  ) => {
    if (props.isDisabled) return
    setIsOpen(true)
    setHighlight(at)
  }
  const close = () => {
    setIsOpen(false)
    setTyped(null)
  }
  const choose = (option: DataPointOption) => {
    props.onChange(option.value)
    close()
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const option = shown[highlight]
    if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      if (option) choose(option)
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else {
      const next = nextHighlight(event.key, isOpen ? highlight : -1, shown.length)
      if (next === null) return
      event.preventDefault()
      if (isOpen) setHighlight(next)
      else open()
    }
  }
  const handleChange = (text: string) => {
    setTyped(text)
    setIsOpen(true)
    setHighlight(0)
    if (text === '') props.onChange('')
  }
  const handleBlur = () => {
    // A text that names exactly one option was meant as a choice.
    const only = typed
      ? shown.filter((option) => option.label.toLowerCase() === typed.trim().toLowerCase())
      : []
    if (only.length === 1 && only[0]) props.onChange(only[0].value)
    close()
    props.onBlur()
  }

  return (
    <div className="twk-combobox">
      <input
        type="text"
        role="combobox"
        className="twk-input twk-combobox__input"
        id={props.id}
        autoComplete="off"
        dir="auto"
        value={typed ?? chosenLabel}
        placeholder={props.field.placeholder ?? strings.choose}
        readOnly={props.isDisabled}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen && shown.length > 0 ? listId : undefined}
        aria-activedescendant={isOpen && shown[highlight] ? `${listId}-${highlight}` : undefined}
        aria-required={props.field.isRequired}
        aria-invalid={props.isInvalid}
        aria-describedby={props.describedBy}
        onClick={() => open()}
        onChange={(event) => handleChange(event.currentTarget.value)}
        onKeyDown={handleKeyDown}
        onBlur={handleBlur}
      />
      <span className="twk-combobox__sign" aria-hidden="true">
        <Icon name="chevronDown" />
      </span>
      {isOpen && (
        <div className="twk-combobox__popup">
          <Options
            id={listId}
            labelId={labelIdOf(props.id)}
            options={shown}
            highlight={highlight}
            chosen={props.value}
            onChoose={choose}
          />
        </div>
      )}
      <span className="twk-visually-hidden" role="status">
        {isOpen ? (shown.length === 0 ? strings.noMatch : strings.matches(shown.length)) : ''}
      </span>
    </div>
  )
}
