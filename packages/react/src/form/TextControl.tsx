import type { DataPointType } from '@threadwork/core'
import type { ComponentProps, ReactElement } from 'react'
import type { FieldRendererProps } from '../renderers/renderers.ts'

type Attributes = Pick<ComponentProps<'input'>, 'type' | 'autoComplete' | 'inputMode' | 'step'>

const plain: Attributes = { type: 'text', autoComplete: 'on' }

const attributesByType: Readonly<Partial<Record<DataPointType, Attributes>>> = {
  Email: { type: 'email', autoComplete: 'email' },
  Phone: { type: 'tel', autoComplete: 'tel' },
  Url: { type: 'url', autoComplete: 'url' },
  Number: { type: 'number', inputMode: 'decimal', step: 'any' },
  Rating: { type: 'number', inputMode: 'numeric', step: 1 },
  Date: { type: 'date' },
  Time: { type: 'time' },
  DateTime: { type: 'datetime-local' },
  Password: { type: 'password', autoComplete: 'off' },
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A one-line input of the type that the field asks for. */
export const TextControl = (props: FieldRendererProps): ReactElement => {
  const { field } = props
  const attributes = attributesByType[field.isSecret ? 'Password' : field.type] ?? plain
  return (
    <input
      {...attributes}
      className="twk-input"
      id={props.id}
      dir="auto"
      value={asText(props.value)}
      placeholder={field.placeholder ?? undefined}
      min={field.min ?? undefined}
      max={field.max ?? undefined}
      readOnly={props.isDisabled}
      aria-required={field.isRequired}
      aria-invalid={props.isInvalid}
      aria-describedby={props.describedBy}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onBlur={props.onBlur}
    />
  )
}

/** A text of several lines; it grows with what is typed where the browser can. */
export const TextAreaControl = (props: FieldRendererProps): ReactElement => (
  <textarea
    className="twk-input twk-form__textarea"
    id={props.id}
    dir="auto"
    rows={3}
    value={asText(props.value)}
    placeholder={props.field.placeholder ?? undefined}
    readOnly={props.isDisabled}
    aria-required={props.field.isRequired}
    aria-invalid={props.isInvalid}
    aria-describedby={props.describedBy}
    onChange={(event) => props.onChange(event.currentTarget.value)}
    onBlur={props.onBlur}
  />
)
