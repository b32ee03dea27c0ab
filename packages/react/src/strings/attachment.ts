import { englishAttachmentChoice, type AttachmentChoiceStrings } from './attachment-choice.ts'
import { plural } from './plural.ts'

export interface AttachmentStrings extends AttachmentChoiceStrings {
  readonly list: string
  remove(name: string): string
  retry(name: string): string
  uploading(name: string): string
  readonly failed: string
  /** Files whose upload a reload broke off. */
  lost(names: readonly string[]): string
  /** How things stand with all of them, in one sentence. */
  status(all: {
    readonly count: number
    readonly size: number
    readonly uploading: number
    readonly failed: number
  }): string
}

const list = new Intl.ListFormat('en', { type: 'conjunction' })

export const englishAttachment: AttachmentStrings = {
  ...englishAttachmentChoice,
  list: 'Attached files',
  remove: (name) => `Remove ${name}`,
  retry: (name) => `Retry ${name}`,
  uploading: (name) => `Uploading ${name}`,
  failed: 'Not uploaded.',
  lost: (names) => `The page was loaded again before ${list.format(names)} had arrived. Attach it again.`,
  status: ({ count, size: bytes, uploading, failed }) => {
    if (count === 0) return ''
    const all = `${plural(count, 'file', 'files')} attached, ${englishAttachmentChoice.size(bytes)}`
    if (failed > 0) return `${all}; ${plural(failed, 'was', 'were')} not uploaded.`
    return uploading > 0 ? `${all}; ${plural(uploading, 'upload is', 'uploads are')} under way.` : `${all}.`
  },
}
