import type { FileId } from '@threadwork/core'
import type { FileSource } from './useAttachments.ts'

const crack =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#dfe6f5"/><path d="M14 6h12l6 20H8z" fill="#e8c07a"/><path d="M20 6l-3 8 5 4-4 8" fill="none" stroke="#7a4b12" stroke-width="1.5"/><rect x="17" y="26" width="6" height="9" fill="#8a6a3a"/></svg>'

/** A small picture and a large document, as a person would choose them. */
export const sampleFiles: readonly [File, File] = [
  new File([crack], 'crack.svg', { type: 'image/svg+xml' }),
  new File([new Uint8Array(1_200_000)], 'Invoice A-1042.pdf', { type: 'application/pdf' }),
]

/** A backend that takes files. Left out, `upload` succeeds at once. */
export const sampleSource = (
  upload: FileSource['upload'] = ({ name }) =>
    // Samples name their ids by hand; a brand costs nothing at run time.
    Promise.resolve({ status: 'uploaded', fileId: `file of ${name}` as FileId }),
  limits: Partial<FileSource['limits']> = {},
): FileSource => ({
  limits: { maxFiles: 4, maxBytes: 20_000_000, accept: [], isTextRequired: true, ...limits },
  upload,
})

/** Picks files as a person does with the browser's own dialog. */
export const pickFiles = async (page: HTMLElement, files: readonly File[]): Promise<void> => {
  const picker = page.querySelector<HTMLInputElement>('input[type=file]')
  if (!picker) throw new Error('Nothing on this page takes files.')
  const chosen = new DataTransfer()
  for (const file of files) chosen.items.add(file)
  picker.files = chosen.files
  picker.dispatchEvent(new Event('change', { bubbles: true }))
  await new Promise(requestAnimationFrame)
}
