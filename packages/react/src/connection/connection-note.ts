import { isRecord } from '../base/is-record.ts'

/** What a page remembers of an attempt over a reload. Times are this client's, in milliseconds. */
export interface ConnectionNote {
  readonly url: string
  /** When the backend told of the link, in its own milliseconds. */
  readonly toldAt: number | null
  /** When this page first saw the link: its life is counted from here. */
  readonly seenAt: number
  readonly wasOpened: boolean
}

/** Where one attempt's note is kept. */
export interface ConnectionNotes {
  read(): string | null
  write(note: string | null): void
}

/** Reads a note; `null` when there is none, or none that this version wrote. */
export const readNote = (notes: ConnectionNotes | undefined): ConnectionNote | null => {
  try {
    const note: unknown = JSON.parse(notes?.read() ?? 'null')
    if (!isRecord(note)) return null
    const { url, toldAt, seenAt, wasOpened } = note
    if (typeof url !== 'string' || typeof seenAt !== 'number') return null
    return { url, toldAt: typeof toldAt === 'number' ? toldAt : null, seenAt, wasOpened: wasOpened === true }
  } catch {
    return null
  }
}

/** Writes a note; `null` takes it away. */
export const writeNote = (notes: ConnectionNotes | undefined, note: ConnectionNote | null): void => {
  notes?.write(note === null ? null : JSON.stringify(note))
}
