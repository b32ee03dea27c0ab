import { useCallback, useEffect, useMemo, useState } from 'react'
import { isRecord } from '../base/is-record.ts'

/** Names of files by their ids: what is submitted are ids alone. */
export type FileNames = Readonly<Record<string, string>>

export interface FormDraft {
  /** What an earlier visit kept. */
  readonly draft: string | null
  /** Keeps the open values; `null` where nothing is kept. */
  readonly onDraft: ((draft: string | null) => void) | null
  /** Calls back with what another page has kept of this form; returns the way to stop. */
  readonly mirror: ((take: (draft: string) => void) => () => void) | null
  readonly fileNames: FileNames
  /** Keeps the names of the files that are sent, for the summary. */
  readonly keepFileNames: (names: FileNames) => void
}

interface DraftInput {
  readonly draftName?: string
  readonly readDraft?: (name: string) => string | null
  readonly writeDraft?: (name: string, draft: string | null) => void
  readonly subscribeDrafts?: (listener: (name: string) => void) => () => void
}

const readNames = (text: string | null): FileNames => {
  try {
    const parsed: unknown = text === null ? {} : JSON.parse(text)
    const entries = isRecord(parsed) ? Object.entries(parsed) : []
    return Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return {}
  }
}

/** A form's notes on the device: what is typed while it is open, and the names of files for afterwards. */
export const useFormDraft = (
  { draftName, readDraft, writeDraft, subscribeDrafts }: DraftInput,
  isOpen: boolean,
): FormDraft => {
  const read = useCallback((name: string): string | null => readDraft?.(name) ?? null, [readDraft])
  const draft = useMemo(() => (draftName === undefined ? null : read(draftName)), [draftName, read])
  const [sentNames, setSentNames] = useState<FileNames | null>(null)
  const notedNames = useMemo(
    () => (draftName === undefined || isOpen ? {} : readNames(read(`${draftName}:files`))),
    [draftName, isOpen, read],
  )
  const keep = useCallback(
    (values: string | null) => {
      if (draftName !== undefined) writeDraft?.(draftName, values)
    },
    [draftName, writeDraft],
  )
  const keepFileNames = useCallback(
    (names: FileNames) => {
      if (Object.keys(names).length === 0) return
      setSentNames(names)
      if (draftName !== undefined) writeDraft?.(`${draftName}:files`, JSON.stringify(names))
    },
    [draftName, writeDraft],
  )
  const mirror = useMemo(
    () =>
      draftName === undefined || !subscribeDrafts
        ? null
        : (take: (draft: string) => void) =>
            subscribeDrafts((name) => {
              // A draft that is gone was sent there, which this form hears of by itself, or never was one.
              const kept = name === draftName ? read(name) : null
              if (kept !== null) take(kept)
            }),
    [draftName, read, subscribeDrafts],
  )
  useEffect(() => {
    if (!isOpen) keep(null)
  }, [isOpen, keep])

  return {
    draft,
    onDraft: draftName !== undefined && writeDraft ? keep : null,
    mirror,
    fileNames: sentNames ?? notedNames,
    keepFileNames,
  }
}
