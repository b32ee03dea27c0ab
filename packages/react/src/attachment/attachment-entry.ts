import type { Attachment, FileId } from '@threadwork/core'

/** A file that a person chose for the message that is being written. */
export interface AttachmentEntry {
  readonly key: string
  readonly name: string
  /** In bytes. */
  readonly size: number
  readonly mediaType: string
  /** `refused`: it was never sent, and does not count. */
  readonly status: 'uploading' | 'uploaded' | 'failed' | 'refused'
  /** How much has left, 0 to 1; `null` where nobody says. */
  readonly progress: number | null
  readonly fileId: FileId | null
  /** Why it failed or was refused, as a sentence. */
  readonly problem: string | null
}

/** What a message that leaves now would carry. */
export const attachedOf = (entries: readonly AttachmentEntry[]): readonly Attachment[] =>
  entries.flatMap(({ fileId, name, mediaType, size }) =>
    fileId === null ? [] : [{ fileId, name, mediaType: mediaType || null, size }],
  )

/** How things stand with all files together. */
export interface AttachmentSummary {
  readonly count: number
  /** In bytes. */
  readonly size: number
  readonly uploading: number
  readonly failed: number
}

/** Counts what counts. */
export const summaryOf = (entries: readonly AttachmentEntry[]): AttachmentSummary => {
  const counted = entries.filter(({ status }) => status !== 'refused')
  return {
    count: counted.length,
    size: counted.reduce((sum, { size }) => sum + size, 0),
    uploading: counted.filter(({ status }) => status === 'uploading').length,
    failed: counted.filter(({ status }) => status === 'failed').length,
  }
}
