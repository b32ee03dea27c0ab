import type { UploadProgress } from '@threadwork/core'
import type { UploadFile } from '../form/file-entry.ts'
import type { ThreadActions } from './thread-actions.ts'

export interface FormUpload {
  readonly onUpload?: UploadFile
  readonly maxUploadBytes?: number
}

const partOf = ({ sent, total }: UploadProgress, size: number): number => Math.min(1, sent / (total ?? size))

/** How a form sends its files: over the session, where its transport takes files; else not at all. */
export const formUpload = ({ upload, capabilities }: ThreadActions): FormUpload => {
  const limits = capabilities?.attachments
  if (!upload || !limits) return {}
  return {
    maxUploadBytes: limits.maxBytes,
    async onUpload(file, { signal, onProgress }) {
      const outcome = await upload(file, {
        signal,
        onProgress: (progress) => onProgress(partOf(progress, file.size)),
      })
      if (outcome.status === 'failed') throw new Error(outcome.failure.message)
      return { id: outcome.fileId }
    },
  }
}
