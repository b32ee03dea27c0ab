import type { FileId, Session } from '@threadwork/core'
import { expect, test, vi } from 'vitest'
import { formUpload } from './form-upload.ts'

const attachments = { maxFiles: 1, maxBytes: 20, accept: [], isTextRequired: false }
const capabilities = { attachments } as unknown as Session['capabilities'] // the rest is not asked
const file = new File(['0123456789'], 'lamp.png')
const watch = { signal: new AbortController().signal, onProgress: vi.fn() }

const failure = {
  reason: 'too-large',
  message: 'Too large.',
  requestId: null,
  retryAfter: null,
  fieldErrors: {},
}

test('sends a file over the session and tells its progress as a part', async () => {
  const upload: Session['upload'] = async (_file, watched) => {
    watched?.onProgress?.({ sent: 5, total: null })
    return Promise.resolve({ status: 'uploaded', fileId: 'f1' as FileId })
  }
  const { onUpload, maxUploadBytes } = formUpload({ upload, capabilities })

  const sent = await onUpload?.(file, watch)

  expect([sent, maxUploadBytes]).toEqual([{ id: 'f1' }, 20])
  expect(watch.onProgress).toHaveBeenCalledWith(0.5)
})

test('gives the backend’s sentence where the file did not arrive', async () => {
  const upload = (async () => Promise.resolve({ status: 'failed', failure })) as Session['upload']

  await expect(formUpload({ upload, capabilities }).onUpload?.(file, watch)).rejects.toThrow('Too large.')
})

test('offers nothing where the transport takes no files', () => {
  expect(formUpload({ upload: vi.fn(), capabilities: {} as Session['capabilities'] })).toEqual({})
  expect(formUpload({ capabilities })).toEqual({})
})
