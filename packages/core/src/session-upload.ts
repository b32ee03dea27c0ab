import type { ChosenFile, UploadWatch } from './attachment.ts'
import { defectOf } from './session-reader.ts'
import type { Failure, TransportConnection, UploadOutcome } from './transport.ts'

const takesNone: Failure = {
  reason: 'unsupported',
  message: 'This conversation takes no files. Send the message without one.',
  requestId: null,
  retryAfter: null,
  fieldErrors: {},
}

/** Brings a file over a connection. It never rejects; without a connection, or where none is taken, it says so. */
export const uploadOver = async (
  connection: TransportConnection | null,
  file: ChosenFile,
  watch: UploadWatch,
): Promise<UploadOutcome> => {
  if (!connection?.upload) return { status: 'failed', failure: takesNone }
  return connection
    .upload(file, watch)
    .catch((cause: unknown) => ({ status: 'failed', failure: defectOf(cause) }) as const)
}
