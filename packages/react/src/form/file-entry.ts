import type { DataPoint, UploadedFile } from '@threadwork/core'

/** A file that is on its way, or that did not arrive. */
export interface PendingFile {
  readonly id: null
  /** Names it within its field. */
  readonly key: string
  readonly name: string
  readonly size: number
  readonly type: string
  readonly file: File
  /** `refused`: too large or of a wrong type, so it never leaves. */
  readonly status: 'uploading' | 'failed' | 'refused'
  /** From 0 to 1; `null` while nobody knows. */
  readonly progress: number | null
  /** What went wrong, in a sentence. */
  readonly problem: string | null
}

/** What a File field holds. */
export type FileEntry = UploadedFile | PendingFile

/** Sends one file ahead of the form and gives its id. A rejection's message is shown beside the file. */
export type UploadFile = (
  file: File,
  options: {
    /** Aborted when the person removes the file, or the form closes. */
    readonly signal: AbortSignal
    /** Takes the part that is sent, from 0 to 1. */
    readonly onProgress: (part: number) => void
  },
) => Promise<{ readonly id: string }>

export const keyOfEntry = (entry: FileEntry): string => entry.id ?? entry.key

const matchesType = (file: File, wanted: string): boolean => {
  const type = wanted.trim().toLowerCase()
  if (type === '' || type === '*/*') return true
  if (type.startsWith('.')) return file.name.toLowerCase().endsWith(type)
  const own = file.type.toLowerCase()
  return type.endsWith('/*') ? own.startsWith(type.slice(0, -1)) : own === type
}

/** Why a file may not leave; `null` when it may. */
export const refusalOf = (
  file: File,
  { accept, maxBytes }: Pick<DataPoint, 'accept' | 'maxBytes'>,
): 'too-large' | 'wrong-type' | null => {
  if (maxBytes !== null && file.size > maxBytes) return 'too-large'
  const types = accept?.split(',') ?? []
  return types.length === 0 || types.some((type) => matchesType(file, type)) ? null : 'wrong-type'
}

/** The names of the files that these fields hold, by their ids. */
export const fileNames = (
  fields: readonly DataPoint[],
  valueOf: (field: DataPoint) => unknown,
): Readonly<Record<string, string>> => {
  const files = fields.filter(({ type }) => type === 'File').flatMap(valueOf)
  const uploaded = files.filter(
    (file): file is UploadedFile =>
      typeof file === 'object' && file !== null && 'id' in file && typeof file.id === 'string',
  )
  return Object.fromEntries(uploaded.map(({ id, name }) => [id, name]))
}
