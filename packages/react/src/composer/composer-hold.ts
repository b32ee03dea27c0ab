import type { Link, Phase, TransportCapabilities } from '@threadwork/core'
import type { AttachmentSummary } from '../attachment/attachment-entry.ts'
import type { AttachmentChoiceStrings } from '../strings/attachment-choice.ts'
import type { ComposerFieldStrings } from '../strings/composer-field.ts'

/** What decides whether a message may leave now. */
export interface ComposerSituation {
  readonly phase: Phase
  readonly link: Link
  readonly whileBusy: NonNullable<TransportCapabilities['whileBusy']>
  readonly isClosed: boolean
  readonly hasText: boolean
  /** Characters that are left to the limit; `null` while it is far. */
  readonly left: number | null
  readonly files: AttachmentSummary
  readonly isTextRequired: boolean
}

interface Words {
  readonly composer: ComposerFieldStrings
  readonly attachment: AttachmentChoiceStrings
}

/** Why what was written cannot leave now, as a sentence; `null` when it can, or when there is nothing to send. */
export const holdOf = (situation: ComposerSituation, { composer, attachment }: Words): string | null => {
  const { files, left, hasText } = situation
  if (situation.isClosed) return composer.closed
  if (situation.whileBusy === 'refuse' && composer.busy[situation.phase] !== null)
    return composer.busy[situation.phase]
  if (left !== null && left < 0) return composer.tooLong(-left)
  if (files.failed > 0) return attachment.mendFirst(files.failed)
  if (files.uploading > 0) return attachment.uploadFirst(files.uploading)
  return files.count > 0 && !hasText && situation.isTextRequired ? attachment.textFirst : null
}

/** What becomes of a message that is sent now, where that is not what one expects; `null` where it is. */
export const fateOf = (situation: ComposerSituation, strings: ComposerFieldStrings): string | null => {
  if (situation.link === 'offline') return strings.offline
  return situation.whileBusy === 'queue' ? strings.queued[situation.phase] : null
}
