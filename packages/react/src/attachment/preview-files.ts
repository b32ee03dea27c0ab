/** The newest pictures that this page sent: enough for what is in view. */
const most = 40

const pictures = new Map<string, Blob>()

/** Keeps a picture that was uploaded from here, so that its message can show it. */
export const keepPicture = (fileId: string, file: unknown): void => {
  if (!(file instanceof Blob) || !file.type.startsWith('image/')) return
  pictures.delete(fileId)
  pictures.set(fileId, file)
  const [oldest] = pictures.keys()
  if (pictures.size > most && oldest !== undefined) pictures.delete(oldest)
}

/** The picture behind a file's id; `null` where this page did not send it. */
export const pictureOf = (fileId: string): Blob | null => pictures.get(fileId) ?? null
