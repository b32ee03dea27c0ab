import type { ChosenFile, Clock, ConversationId, FileId, UploadOutcome, UploadWatch } from '@threadwork/core'
import { createFailure } from './failure.ts'
import { progressFetch } from './progress-fetch.ts'
import type { Rest, Result } from './rest.ts'

export interface UploadOptions {
  readonly rest: Rest
  readonly clock: Clock
  readonly conversationId: ConversationId
  /** Whether the way to the server tells how much has left. */
  readonly canProgress: boolean
}

/** Milliseconds without any progress after which an upload is given up. */
const stallMs = 30_000
/** The slowest way that is waited for where nothing tells of progress, in bytes a millisecond. */
const slowest = 20

const outcomeOf = (result: Result<string>): UploadOutcome => {
  if (result.type === 'value') return { status: 'uploaded', fileId: result.value as FileId } // the wire's id becomes ours
  if (result.status !== 415) return { status: 'failed', failure: result.failure }
  const message = 'The server takes no files of this type. Choose another one.'
  return { status: 'failed', failure: createFailure('unsupported', { ...result.failure, message }) }
}

/** Brings a file to the server and tells how much has left. An upload that stands still is given up. */
export const uploadFile = async (
  options: UploadOptions,
  file: ChosenFile,
  { signal, onProgress }: UploadWatch,
): Promise<UploadOutcome> => {
  const { rest, clock, conversationId, canProgress } = options
  const giveUp = new AbortController()
  const wait = canProgress ? stallMs : stallMs + file.size / slowest
  let timer = clock.after(wait, () => giveUp.abort())
  signal?.addEventListener('abort', () => giveUp.abort())
  if (signal?.aborted) giveUp.abort()
  const fetch = progressFetch((progress) => {
    timer.cancel()
    timer = clock.after(wait, () => giveUp.abort())
    onProgress?.(progress)
  })
  const way = { signal: giveUp.signal, timeoutMs: null, ...(canProgress ? { fetch } : {}) }
  try {
    const blob = file instanceof Blob ? file : new Blob([await file.arrayBuffer()], { type: file.type })
    return outcomeOf(await rest.uploadFile(conversationId, blob, file.name, way))
  } finally {
    timer.cancel()
  }
}
