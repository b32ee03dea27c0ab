import { useMemo } from 'react'
import type { AttachmentNotes } from '../attachment/useAttachments.ts'
import type { DraftStore } from './useDraft.ts'

/** Where the files of a draft are noted: beside its text. */
export const useFileNotes = ({ draftName, readDraft, writeDraft }: DraftStore): AttachmentNotes =>
  useMemo(() => {
    const name = `${draftName}:files`
    return {
      read: () => (draftName === undefined ? null : (readDraft?.(name) ?? null)),
      write: (note: string | null) => {
        if (draftName !== undefined) writeDraft?.(name, note)
      },
    }
  }, [draftName, readDraft, writeDraft])
