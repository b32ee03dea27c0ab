import type { AttachmentLimits, ChosenFile } from '@threadwork/core'

/** Whether a chosen file goes with a message, and if not, why. */
export type FileVerdict = 'taken' | 'empty' | 'too-large' | 'refused-type' | 'too-many'

const isOfType = (file: Pick<ChosenFile, 'name' | 'type'>, accepted: string): boolean => {
  const wanted = accepted.trim().toLowerCase()
  const type = file.type.toLowerCase()
  if (wanted.startsWith('.')) return file.name.toLowerCase().endsWith(wanted)
  if (wanted.endsWith('/*')) return type.startsWith(wanted.slice(0, -1))
  return type === wanted
}

/** Judges a file by the limits of a conversation, `attached` files being there already. Nothing of it is read. */
export const judgeFile = (
  file: Pick<ChosenFile, 'name' | 'type' | 'size'>,
  limits: AttachmentLimits,
  attached: number,
): FileVerdict => {
  if (limits.accept.length > 0 && !limits.accept.some((accepted) => isOfType(file, accepted)))
    return 'refused-type'
  if (file.size > limits.maxBytes) return 'too-large'
  if (file.size === 0) return 'empty'
  return attached >= limits.maxFiles ? 'too-many' : 'taken'
}
