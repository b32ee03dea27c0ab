import type { Attachment } from '@threadwork/core'
import type { ReactNode } from 'react'
import { englishAttachmentChoice } from '../strings/attachment-choice.ts'
import { useWords } from '../strings/useWords.ts'
import { pictureOf } from './preview-files.ts'
import { Thumbnail } from './Thumbnail.tsx'

export interface SentAttachmentsProps {
  readonly files: readonly Attachment[]
}

/** The files that went with a message. Their bytes are the backend's: a picture is seen only where it was sent from. */
export const SentAttachments = ({ files }: SentAttachmentsProps): ReactNode => {
  const strings = useWords('attachment', englishAttachmentChoice)
  return (
    <ul className="twk-files" data-place="message" aria-label={strings.sent}>
      {files.map(({ fileId, name, size }) => (
        <li key={fileId} className="twk-file" data-status="uploaded">
          <Thumbnail picture={pictureOf(fileId)} />
          <span className="twk-file__words">
            <bdi className="twk-file__name">{name || strings.file}</bdi>
            {size !== null && <span className="twk-hint">{strings.size(size)}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
