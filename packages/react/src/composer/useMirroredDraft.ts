import { useEffect, type RefObject } from 'react'
import { isAttended } from '../base/attended.ts'
import type { DraftStore } from './useDraft.ts'

/** Calls `takeOver` when another page wrote this draft, unless the person is at the field: nobody is typed over. */
export const useMirroredDraft = (
  { draftName, subscribeDrafts }: DraftStore,
  field: RefObject<HTMLElement | null>,
  takeOver: () => void,
): void =>
  useEffect(
    () =>
      subscribeDrafts?.((name) => {
        if (name === draftName && !isAttended(field.current)) takeOver()
      }),
    [draftName, subscribeDrafts, field, takeOver],
  )
