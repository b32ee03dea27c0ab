import type { DataPoint } from '@threadwork/core'
import { useEffect, useRef, type RefObject } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { isAttended } from '../base/attended.ts'
import { isInDraft, startingValues } from './form-values.ts'

export interface MirroredForm {
  readonly form: UseFormReturn<Record<string, unknown>>
  readonly fields: readonly DataPoint[]
  readonly slotOf: (field: DataPoint) => string
  readonly element: RefObject<HTMLElement | null>
  readonly mirror: ((take: (draft: string) => void) => () => void) | null
}

/**
 * Shows what another page has kept of a form, unless the person is at it here. Secrets and files stay as they are. The
 * returned flag is up meanwhile: what stands halfway between two drafts is nobody's, and kept it would go back and forth.
 */
export const useMirroredForm = ({
  form,
  fields,
  slotOf,
  element,
  mirror,
}: MirroredForm): RefObject<boolean> => {
  const isTaking = useRef(false)
  useEffect(
    () =>
      mirror?.((draft) => {
        if (isAttended(element.current)) return
        const values = startingValues(fields, draft)
        isTaking.current = true
        for (const field of fields) if (isInDraft(field)) form.setValue(slotOf(field), values[field.key])
        isTaking.current = false
      }),
    [form, fields, slotOf, element, mirror],
  )
  return isTaking
}
