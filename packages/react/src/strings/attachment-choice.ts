import { plural } from './plural.ts'

/** A file as sentences speak of it; sizes in bytes. */
export interface NamedFile {
  readonly name: string
  readonly size: number
}

/** What is said while files are chosen, and of those that were sent. What their list says comes with it. */
export interface AttachmentChoiceStrings {
  readonly attach: string
  /** Of a message that was sent. */
  readonly sent: string
  /** A file whose name nobody knows. */
  readonly file: string
  size(bytes: number): string
  tooLarge(file: NamedFile, limit: number): string
  refusedType(name: string, accepted: readonly string[]): string
  tooMany(name: string, limit: number): string
  /** An empty file, which is no file to anybody. */
  empty(name: string): string
  uploadFirst(count: number): string
  mendFirst(count: number): string
  readonly textFirst: string
  readonly drop: string
  dropLimit(limit: number): string
}

const choice = new Intl.ListFormat('en', { type: 'disjunction' })
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

const size = (bytes: number): string => {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  const format = {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: bytes / 1000 ** power < 10 ? 1 : 0,
  } as const
  return new Intl.NumberFormat('en', format).format(bytes / 1000 ** power)
}

export const englishAttachmentChoice: AttachmentChoiceStrings = {
  attach: 'Attach a file',
  sent: 'Files',
  file: 'File',
  size,
  tooLarge: (file, limit) =>
    `“${file.name}” is too large: it has ${size(file.size)}, and ${size(limit)} are the most that is taken.`,
  refusedType: (name, accepted) =>
    `“${name}” is of a type that is not taken here. Take ${choice.format(accepted)}.`,
  tooMany: (name, limit) =>
    `“${name}” is one too many: a message takes ${plural(limit, 'file', 'files')}. Remove another one first.`,
  empty: (name) => `“${name}” is empty.`,
  uploadFirst: (count) => `Can be sent when ${plural(count, 'upload is', 'uploads are')} done.`,
  mendFirst: (count) => `Retry or remove what was not uploaded: ${plural(count, 'file', 'files')}.`,
  textFirst: 'Write a few words to go with the file.',
  drop: 'Drop files here to attach them',
  dropLimit: (limit) => `Up to ${size(limit)} each`,
}
