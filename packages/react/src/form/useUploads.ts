import type { DataPoint } from '@threadwork/core'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { englishForm, type FormStrings } from '../strings/form.ts'
import { useWords } from '../strings/useWords.ts'
import { keyOfEntry, refusalOf, type FileEntry, type PendingFile, type UploadFile } from './file-entry.ts'

interface UploadsInput {
  readonly field: DataPoint
  readonly entries: readonly FileEntry[]
  readonly upload: UploadFile
  readonly onChange: (entries: readonly FileEntry[]) => void
}

export interface Uploads {
  add(files: readonly File[]): void
  retry(entry: PendingFile): void
  remove(entry: FileEntry): void
  /** The newest thing that happened, to be spoken. */
  readonly news: string
}

const problemText = (file: File, field: DataPoint, strings: FormStrings): string | null => {
  const refusal = refusalOf(file, field)
  if (refusal === 'too-large') return strings.tooLarge(field.maxBytes ?? 0)
  return refusal === 'wrong-type' ? strings.wrongType(field.accept ?? '') : null
}

const messageOf = (cause: unknown): string | null =>
  cause instanceof Error && cause.message !== '' ? cause.message : null

/** Sends the files of one field, each on its own, and keeps their places in the field's value. */
export const useUploads = ({ field, entries, upload, onChange }: UploadsInput): Uploads => {
  const strings = useWords('form', englishForm)
  const base = useId()
  const latest = useRef(entries)
  const count = useRef(0)
  const controllers = useRef(new Map<string, AbortController>())
  const [news, setNews] = useState('')

  // Progress comes between renders: what is changed is what stands now, not what stood when the upload began.
  const change = (next: (before: readonly FileEntry[]) => readonly FileEntry[]) => {
    latest.current = next(latest.current)
    onChange(latest.current)
  }
  const put = (key: string, entry: FileEntry) =>
    change((before) => before.map((each) => (keyOfEntry(each) === key ? entry : each)))

  const start = async (entry: PendingFile) => {
    const controller = new AbortController()
    controllers.current.set(entry.key, controller)
    const { name, size, type, file } = entry
    setNews(strings.uploading(name))
    const onProgress = (part: number) => {
      if (!controller.signal.aborted) put(entry.key, { ...entry, progress: part })
    }
    try {
      const { id } = await upload(file, { signal: controller.signal, onProgress })
      if (controller.signal.aborted) return
      put(entry.key, { id, name, size, type })
      setNews(strings.uploaded(name))
    } catch (cause) {
      if (controller.signal.aborted) return
      const problem = messageOf(cause) ?? strings.uploadFailed
      put(entry.key, { ...entry, status: 'failed', progress: null, problem })
      setNews(`${name}: ${problem}`)
    } finally {
      controllers.current.delete(entry.key)
    }
  }

  const pendingOf = (file: File): PendingFile => {
    const problem = problemText(file, field, strings)
    count.current += 1
    const { name, size, type } = file
    const status = problem === null ? 'uploading' : 'refused'
    return {
      id: null,
      key: `${base}${count.current}`,
      name,
      size,
      type,
      file,
      status,
      progress: null,
      problem,
    }
  }

  const drop = (entry: FileEntry) => controllers.current.get(keyOfEntry(entry))?.abort()

  const add = (files: readonly File[]) => {
    const chosen = (field.isMultiple ? files : files.slice(0, 1)).map(pendingOf)
    if (chosen.length === 0) return
    if (!field.isMultiple) latest.current.forEach(drop)
    change((before) => [...(field.isMultiple ? before : []), ...chosen])
    for (const entry of chosen) {
      if (entry.status === 'uploading') void start(entry)
      else setNews(`${entry.name}: ${entry.problem}`)
    }
  }
  const retry = (entry: PendingFile) => {
    const again: PendingFile = { ...entry, status: 'uploading', progress: null, problem: null }
    put(entry.key, again)
    void start(again)
  }
  const remove = (entry: FileEntry) => {
    drop(entry)
    change((before) => before.filter((each) => keyOfEntry(each) !== keyOfEntry(entry)))
  }

  useLayoutEffect(() => {
    latest.current = entries
  }, [entries])

  useEffect(() => {
    const open = controllers.current
    // A field that is shown again finds its uploads ended: they were aborted when it went.
    const cut = latest.current.map((entry) =>
      entry.id === null && entry.status === 'uploading' && !open.has(entry.key)
        ? { ...entry, status: 'failed' as const, problem: strings.uploadFailed }
        : entry,
    )
    if (cut.some((entry, index) => entry !== latest.current[index])) change(() => cut)
    return () => open.forEach((controller) => controller.abort())
    // Once, when the field appears.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  return { add, retry, remove, news }
}
