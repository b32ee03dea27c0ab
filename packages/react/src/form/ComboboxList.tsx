import type { DataPointOption } from '@threadwork/core'
import { useEffect, useRef, type ReactElement } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { englishForm } from '../strings/form.ts'
import { useWords } from '../strings/useWords.ts'
import type { ComboboxState } from './useCombobox.ts'

export interface ComboboxListProps {
  readonly id: string
  readonly labelId: string
  readonly combobox: ComboboxState
  readonly isMultiple: boolean
  readonly isChosen: (option: DataPointOption) => boolean
  readonly onChoose: (option: DataPointOption) => void
}

/** The attributes by which an input names its list and the option that its keys are at. */
export const comboboxAttributes = (
  { isOpen, shown, highlight }: ComboboxState,
  listId: string,
): {
  readonly role: 'combobox'
  readonly autoComplete: 'off'
  readonly 'aria-autocomplete': 'list'
  readonly 'aria-expanded': boolean
  readonly 'aria-controls': string | undefined
  readonly 'aria-activedescendant': string | undefined
} => ({
  role: 'combobox',
  autoComplete: 'off',
  'aria-autocomplete': 'list',
  'aria-expanded': isOpen,
  'aria-controls': isOpen && shown.length > 0 ? listId : undefined,
  'aria-activedescendant': isOpen && shown[highlight] ? `${listId}-${highlight}` : undefined,
})

const Options = (props: ComboboxListProps): ReactElement => {
  const { combobox } = props
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.children[combobox.highlight]?.scrollIntoView({ block: 'nearest' })
  }, [combobox.highlight])
  return (
    <ul
      ref={list}
      className="twk-combobox__list"
      role="listbox"
      id={props.id}
      aria-labelledby={props.labelId}
      aria-multiselectable={props.isMultiple || undefined}
    >
      {combobox.shown.map((option, index) => (
        <li
          key={option.value}
          id={`${props.id}-${index}`}
          className="twk-combobox__option"
          role="option"
          aria-selected={props.isChosen(option)}
          data-highlighted={index === combobox.highlight || undefined}
          // The input keeps the focus: a press on an option must not blur it.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => props.onChoose(option)}
        >
          <span>
            {option.label}
            {option.help !== undefined && <span className="twk-hint twk-form__note">{option.help}</span>}
          </span>
          {props.isChosen(option) && <Icon name="check" />}
        </li>
      ))}
    </ul>
  )
}

/** The list below a combobox, and how many options there are, for whoever does not see it. */
export const ComboboxList = (props: ComboboxListProps): ReactElement => {
  const { isOpen, shown, hiddenCount } = props.combobox
  const strings = useWords('form', englishForm)
  const count = shown.length === 0 ? strings.noMatch : strings.matches(shown.length + hiddenCount)
  return (
    <>
      {isOpen && (
        <div className="twk-combobox__popup">
          {shown.length === 0 ? (
            <p className="twk-combobox__none">{strings.noMatch}</p>
          ) : (
            <Options {...props} />
          )}
          {hiddenCount > 0 && (
            <p className="twk-combobox__none twk-hint">{strings.moreMatches(hiddenCount)}</p>
          )}
        </div>
      )}
      <span className="twk-visually-hidden" role="status">
        {isOpen ? count : ''}
      </span>
    </>
  )
}
