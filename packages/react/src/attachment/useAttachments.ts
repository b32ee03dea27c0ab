import type { Attachment, AttachmentLimits, ChosenFile, UploadOutcome, UploadWatch } from '@threadwork/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { englishAttachmentChoice, type AttachmentChoiceStrings } from '../strings/attachment-choice.ts'
import { useWords } from '../strings/useWords.ts'
import { attachedOf, type AttachmentEntry } from './attachment-entry.ts'
import { readAttachmentNote, writeAttachmentNote } from './attachment-note.ts'
import { judgeFile, type FileVerdict } from './judge-file.ts'
import { keepPicture } from './preview-files.ts'

/** Where a composer's files go. A session's capabilities and `upload` fit. */
export interface FileSource {
  readonly limits: AttachmentLimits
  readonly upload: (file: ChosenFile, watch: UploadWatch) => Promise<UploadOutcome>
}

export interface AttachmentNotes {
  readonly read: () => string | null
  readonly write: (note: string | null) => void
}

/** The files of the message that is being written. */
export interface Attachments {
  readonly entries: readonly AttachmentEntry[]
  /** Names of files whose upload a reload broke off. */
  readonly lost: readonly string[]
  readonly pictureOf: (key: string) => Blob | null
  readonly add: (files: readonly File[]) => void
  readonly restore: (files: readonly Attachment[]) => void
  readonly retry: (key: string) => void
  readonly remove: (key: string) => void
  /** Takes the files for a message that leaves; none are left. */
  readonly take: () => readonly Attachment[]
}

const entryOfFile = (key: string, { fileId, name, mediaType, size }: Attachment): AttachmentEntry => ({
  key,
  name,
  size: size ?? 0,
  mediaType: mediaType ?? '',
  status: 'uploaded',
  progress: 1,
  fileId,
  problem: null,
})

const refusalOf = (
  verdict: Exclude<FileVerdict, 'taken'>,
  file: ChosenFile,
  limits: AttachmentLimits,
  strings: AttachmentChoiceStrings,
): string => {
  switch (verdict) {
    case 'empty':
      return strings.empty(file.name)
    case 'too-large':
      return strings.tooLarge(file, limits.maxBytes)
    case 'refused-type':
      return strings.refusedType(file.name, limits.accept)
    case 'too-many':
      return strings.tooMany(file.name, limits.maxFiles)
  }
}

const isCounted = ({ status }: AttachmentEntry): boolean => status !== 'refused'

/** Uploads what a person chooses as soon as it is chosen, and keeps what has arrived over a reload. */
export const useAttachments = (source: FileSource | undefined, notes: AttachmentNotes): Attachments => {
  const strings = useWords('attachment', englishAttachmentChoice)
  const [noted] = useState(() => readAttachmentNote(source ? notes.read() : null))
  const [entries, setEntries] = useState<readonly AttachmentEntry[]>(() =>
    noted.files.map((file) => entryOfFile(file.fileId, file)),
  )
  const [lost, setLost] = useState(noted.lost)
  const now = useRef(entries)
  const files = useRef(new Map<string, File>())
  const running = useRef(new Map<string, AbortController>())
  const count = useRef(0)

  // The truth is in the ref: several files that settle in one task must not overwrite each other.
  const update = useCallback(
    (next: readonly AttachmentEntry[]) => {
      now.current = next
      setEntries(next)
      notes.write(writeAttachmentNote(next))
    },
    [notes],
  )
  const change = useCallback(
    (key: string, part: Partial<AttachmentEntry>) =>
      update(now.current.map((entry) => (entry.key === key ? { ...entry, ...part } : entry))),
    [update],
  )
  useEffect(() => {
    const controllers = running.current
    return () => {
      for (const controller of controllers.values()) controller.abort()
    }
  }, [])

  const upload = async (key: string): Promise<void> => {
    const file = files.current.get(key)
    if (!file || !source) return
    const controller = new AbortController()
    running.current.set(key, controller)
    change(key, { status: 'uploading', progress: null, problem: null })
    const outcome = await source.upload(file, {
      signal: controller.signal,
      onProgress: ({ sent, total }) => change(key, { progress: total ? Math.min(1, sent / total) : null }),
    })
    if (controller.signal.aborted) return
    running.current.delete(key)
    if (outcome.status === 'failed')
      return change(key, { status: 'failed', progress: null, problem: outcome.failure.message })
    keepPicture(outcome.fileId, file)
    change(key, { status: 'uploaded', progress: 1, fileId: outcome.fileId })
  }

  const add = (chosen: readonly File[]): void => {
    if (!source) return
    setLost([])
    for (const file of chosen) {
      const kept = now.current.filter(isCounted)
      const verdict = judgeFile(file, source.limits, kept.length)
      const key = `file-${(count.current += 1)}`
      const base = {
        key,
        name: file.name,
        size: file.size,
        mediaType: file.type,
        progress: null,
        fileId: null,
      }
      if (verdict === 'taken') {
        files.current.set(key, file)
        update([...now.current, { ...base, status: 'uploading', problem: null }])
        void upload(key)
      } else
        update([
          ...now.current,
          { ...base, status: 'refused', problem: refusalOf(verdict, file, source.limits, strings) },
        ])
    }
  }
  const remove = (key: string): void => {
    running.current.get(key)?.abort()
    running.current.delete(key)
    files.current.delete(key)
    update(now.current.filter((entry) => entry.key !== key))
  }
  return {
    entries,
    lost,
    pictureOf: (key) => {
      const file = files.current.get(key)
      return file?.type.startsWith('image/') ? file : null
    },
    add,
    restore: (given) => update([...now.current, ...given.map((file) => entryOfFile(file.fileId, file))]),
    retry: (key) => void upload(key),
    remove,
    take: () => {
      const attached = attachedOf(now.current)
      files.current.clear()
      setLost([])
      update([])
      return attached
    },
  }
}
