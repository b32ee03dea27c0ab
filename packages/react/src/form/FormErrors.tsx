import type { ReactElement, Ref } from 'react'
import { treeOf } from '../base/tree.ts'
import { Icon } from '../icon/Icon.tsx'
import { englishFormCard } from '../strings/form-card.ts'
import { useWords } from '../strings/useWords.ts'

/** A faulty field, by the id of its control. */
export interface FieldFault {
  readonly controlId: string
  readonly label: string
  readonly message: string
}

export interface FormErrorsProps {
  readonly faults: readonly FieldFault[]
  readonly ref?: Ref<HTMLDivElement>
}

const focusControl = (near: Element, id: string) => treeOf(near).getElementById(id)?.focus()

/** Says which fields need another look; each line leads to its field. */
export const FormErrors = ({ faults, ref }: FormErrorsProps): ReactElement => {
  const strings = useWords('form', englishFormCard)
  return (
    <div
      className="twk-form__summary"
      role="group"
      tabIndex={-1}
      ref={ref}
      aria-label={strings.summary(faults.length)}
    >
      <p className="twk-form__summary-title">
        <Icon name="exclamation" />
        {strings.summary(faults.length)}
      </p>
      <ul>
        {faults.map((fault) => (
          <li key={fault.controlId}>
            <button
              type="button"
              className="twk-text-button"
              onClick={(event) => focusControl(event.currentTarget, fault.controlId)}
            >
              {fault.label}
            </button>
            {': '}
            {fault.message}
          </li>
        ))}
      </ul>
    </div>
  )
}
