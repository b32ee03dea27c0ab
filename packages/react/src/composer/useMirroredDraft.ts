import { useEffect, type RefObject } from 'react'
import { activeNear } from '../base/tree.ts'
import type { DraftStore } from './useDraft.ts'

// A field keeps the focus of its page while the person is at another one.
const isAttended = (field: HTMLElement | null): boolean =>
  field !== null && document.hasFocus() && activeNear(field) === field

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
