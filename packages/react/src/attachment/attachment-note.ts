import type { Attachment, FileId } from '@threadwork/core'
import { isRecord } from '../base/is-record.ts'
import { attachedOf, type AttachmentEntry } from './attachment-entry.ts'

/** What is kept of chosen files over a reload: those that had arrived, and the names of those that had not. */
export interface AttachmentNote {
  readonly files: readonly Attachment[]
  readonly lost: readonly string[]
}

const nothing: AttachmentNote = { files: [], lost: [] }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const fileOf = (value: unknown): readonly Attachment[] => {
  if (!isRecord(value)) return []
  const { fileId, name, mediaType, size } = value
  if (typeof fileId !== 'string') return []
  return [
    {
      fileId: fileId as FileId, // what was noted was one
      name: textOf(name),
      mediaType: textOf(mediaType) || null,
      size: typeof size === 'number' ? size : null,
    },
  ]
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Reads a note; nothing when there is none. */
export const readAttachmentNote = (note: string | null): AttachmentNote => {
  try {
    const read: unknown = JSON.parse(note ?? 'null')
    if (!isRecord(read)) return nothing
    const { files, lost } = read
    return {
      files: listOf(files).flatMap(fileOf),
      lost: listOf(lost).filter((name) => typeof name === 'string'),
    }
  } catch {
    return nothing
  }
}

/** Writes a note; `null` when there is nothing to keep. */
export const writeAttachmentNote = (entries: readonly AttachmentEntry[]): string | null => {
  const files = attachedOf(entries)
  const lost = entries
    .filter(({ status }) => status === 'uploading' || status === 'failed')
    .map(({ name }) => name)
  return files.length === 0 && lost.length === 0 ? null : JSON.stringify({ files, lost })
}
