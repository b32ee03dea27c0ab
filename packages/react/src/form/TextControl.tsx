import type { DataPointType } from '@threadwork/core'
import { useState, type ComponentProps, type ReactElement } from 'react'
import type { FieldRendererProps } from '../renderers/renderers.ts'
import { englishForm } from '../strings/form.ts'
import { useWords } from '../strings/useWords.ts'
import { labelIdOf } from './field-control.ts'

type Attributes = Pick<ComponentProps<'input'>, 'type' | 'autoComplete' | 'inputMode' | 'step' | 'dir'>

// Numbers and dates follow the page; a text turns with its own first letter.
const plain: Attributes = { type: 'text', autoComplete: 'on', dir: 'auto' }

const attributesByType: Readonly<Partial<Record<DataPointType, Attributes>>> = {
  Email: { type: 'email', autoComplete: 'email', dir: 'auto' },
  Phone: { type: 'tel', autoComplete: 'tel' },
  Url: { type: 'url', autoComplete: 'url', dir: 'auto' },
  Number: { type: 'number', inputMode: 'decimal', step: 'any' },
  Rating: { type: 'number', inputMode: 'numeric', step: 1 },
  Date: { type: 'date' },
  Time: { type: 'time' },
  DateTime: { type: 'datetime-local' },
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What every control of a text passes to its element. */
const shared = (props: FieldRendererProps) => ({
  id: props.id,
  value: asText(props.value),
  placeholder: props.field.placeholder ?? undefined,
  readOnly: props.isDisabled,
  'aria-required': props.field.isRequired,
  'aria-invalid': props.isInvalid,
  'aria-describedby': props.describedBy,
  onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
    props.onChange(event.currentTarget.value),
  onBlur: props.onBlur,
})

// The arrows of a number's control go by its step; what is typed is checked by the form.
const attributesOf = ({ type, step }: FieldRendererProps['field']): Attributes => {
  const attributes = attributesByType[type] ?? plain
  return type === 'Number' && step !== null ? { ...attributes, step } : attributes
}

/** A one-line input of the type that the field asks for. */
export const TextControl = (props: FieldRendererProps): ReactElement => (
  <input
    {...attributesOf(props.field)}
    {...shared(props)}
    className="twk-input"
    min={props.field.min ?? undefined}
    max={props.field.max ?? undefined}
  />
)

/** A secret, hidden while it is typed unless the person asks to see it. */
export const SecretControl = (props: FieldRendererProps): ReactElement => {
  const strings = useWords('form', englishForm)
  const [isShown, setIsShown] = useState(false)
  return (
    <div className="twk-secret">
      <input
        {...shared(props)}
        dir="auto"
        type={isShown ? 'text' : 'password'}
        className="twk-input"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <button
        type="button"
        className="twk-text-button"
        aria-controls={props.id}
        aria-describedby={labelIdOf(props.id)}
        onClick={() => setIsShown(!isShown)}
      >
        {isShown ? strings.hide : strings.show}
      </button>
    </div>
  )
}

/** How full a text may be before its limit is told, as a part of it. */
const nearlyFull = 0.8

/** A text of several lines; it grows with what is typed where the browser can. */
export const TextAreaControl = (props: FieldRendererProps): ReactElement => {
  const strings = useWords('form', englishForm)
  const { format, maxLength } = props.field
  const length = maxLength === null ? 0 : Array.from(asText(props.value)).length
  return (
    <>
      <textarea
        {...shared(props)}
        dir="auto"
        className={
          format === 'json' ? 'twk-input twk-form__textarea twk-mono' : 'twk-input twk-form__textarea'
        }
        rows={3}
        spellCheck={format === 'json' ? false : undefined}
      />
      {maxLength !== null && (
        <span className="twk-hint" role="status">
          {length >= maxLength * nearlyFull ? strings.charactersLeft(maxLength - length) : ''}
        </span>
      )}
    </>
  )
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const entriesOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []

/** Several entries, one on each line. */
export const LinesControl = (props: FieldRendererProps): ReactElement => {
  const entries = entriesOf(props.value)
  const [text, setText] = useState(() => entries.join('\n'))
  // What is typed keeps its blank lines and spaces until the entries change from elsewhere.
  const shown = linesOf(text).join('\n') === entries.join('\n') ? text : entries.join('\n')
  return (
    <textarea
      {...shared(props)}
      dir="auto"
      className="twk-input twk-form__textarea"
      rows={3}
      value={shown}
      onChange={(event) => {
        setText(event.currentTarget.value)
        props.onChange(linesOf(event.currentTarget.value))
      }}
    />
  )
}
