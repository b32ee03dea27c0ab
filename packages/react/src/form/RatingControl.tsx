import type { DataPoint } from '@threadwork/core'
import type { ReactElement } from 'react'
import type { FieldRendererProps } from '../renderers/renderers.ts'
import { englishForm } from '../strings/form.ts'
import { useWords } from '../strings/useWords.ts'
import { labelIdOf } from './field-control.ts'

const mostSteps = 10

/** The values of a rating, from its least to its most; empty when they are too many to show one by one. */
export const ratingSteps = ({ min, max }: DataPoint): readonly number[] => {
  const least = Math.ceil(Number(min ?? 1))
  const count = Math.floor(Number(max ?? least + 4)) - least + 1
  return count > 0 && count <= mostSteps ? Array.from({ length: count }, (_, index) => least + index) : []
}

const Star = (): ReactElement => (
  <svg className="twk-rating__star" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d="M8 1.6l1.9 4.1 4.4.5-3.3 3 .9 4.4L8 11.4l-3.9 2.2.9-4.4-3.3-3 4.4-.5z" />
  </svg>
)

/** Stars that are radio buttons: arrow keys move, and a screen reader hears “3 of 5”. */
export const RatingControl = (props: FieldRendererProps): ReactElement => {
  const { field, id } = props
  const strings = useWords('form', englishForm)
  const steps = ratingSteps(field)
  const most = steps.at(-1) ?? 0
  const chosen = props.value === '' ? null : Number(props.value)
  return (
    <div
      role="radiogroup"
      className="twk-rating"
      aria-labelledby={labelIdOf(id)}
      aria-describedby={props.describedBy}
      aria-required={field.isRequired}
      aria-invalid={props.isInvalid}
      onBlur={props.onBlur}
    >
      {steps.map((step, index) => (
        <label
          key={step}
          className="twk-rating__step"
          data-on={(chosen !== null && step <= chosen) || undefined}
        >
          <input
            type="radio"
            className="twk-rating__radio"
            id={index === 0 ? id : undefined}
            name={id}
            value={step}
            aria-label={strings.stars(step, most)}
            checked={chosen === step}
            disabled={props.isDisabled}
            onChange={() => props.onChange(String(step))}
          />
          <Star />
        </label>
      ))}
      <span className="twk-hint" aria-hidden="true">
        {chosen === null ? '' : strings.stars(chosen, most)}
      </span>
      {chosen !== null && !field.isRequired && !props.isDisabled && (
        <button type="button" className="twk-text-button" onClick={() => props.onChange('')}>
          {strings.clear}
        </button>
      )}
    </div>
  )
}
