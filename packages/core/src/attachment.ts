import type { FileId } from './ids.ts'

/** A file that the backend has, and that goes with a message. */
export interface Attachment {
  readonly fileId: FileId
  readonly name: string
  /** Such as `image/png`; `null` where nobody said. */
  readonly mediaType: string | null
  /** In bytes; `null` where nobody said. */
  readonly size: number | null
}

/** A file that a person chose: what of a browser's `File` is needed, and no more. */
export interface ChosenFile {
  readonly name: string
  /** Its media type; empty where the browser knows none. */
  readonly type: string
  /** In bytes. */
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

/** How much of an upload has left, in bytes; `total` is `null` where the way to the backend does not say. */
export interface UploadProgress {
  readonly sent: number
  readonly total: number | null
}

/** Tells that an upload is no longer wanted. An `AbortSignal` is one. */
export interface UploadSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
}

/** What an upload is told, and is watched by. */
export interface UploadWatch {
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined
  readonly signal?: UploadSignal | undefined
}

/** Which files a conversation takes. */
export interface AttachmentLimits {
  /** How many go with one message. */
  readonly maxFiles: number
  /** How large one may be, in bytes. */
  readonly maxBytes: number
  /** As in a file input's `accept`: media types, `image/*`, endings such as `.pdf`. Empty: any. */
  readonly accept: readonly string[]
  /** A file alone is no message. */
  readonly isTextRequired: boolean
}
