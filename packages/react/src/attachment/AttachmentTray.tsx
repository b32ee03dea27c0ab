import { useId, type ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { englishAttachment } from '../strings/attachment.ts'
import { useWords } from '../strings/useWords.ts'
import { summaryOf, type AttachmentEntry } from './attachment-entry.ts'
import { Thumbnail } from './Thumbnail.tsx'
import type { Attachments } from './useAttachments.ts'

export interface AttachmentTrayProps {
  readonly attachments: Attachments
}

const Progress = ({ entry }: { readonly entry: AttachmentEntry }): ReactNode => {
  const strings = useWords('attachment', englishAttachment)
  return (
    <progress
      className="twk-file__progress"
      aria-label={strings.uploading(entry.name)}
      {...(entry.progress === null ? {} : { value: entry.progress })}
    />
  )
}

interface EntryProps extends AttachmentTrayProps {
  readonly entry: AttachmentEntry
}

const Entry = ({ entry, attachments }: EntryProps): ReactNode => {
  const strings = useWords('attachment', englishAttachment)
  const problemId = useId()
  const { key, name, status, problem } = entry
  return (
    <li className="twk-file" data-status={status}>
      <Thumbnail picture={attachments.pictureOf(key)} />
      <span className="twk-file__words">
        {/* A name may be written in any direction, and may try to look like another. */}
        <bdi className="twk-file__name">{name || strings.file}</bdi>
        {status === 'uploading' && <Progress entry={entry} />}
        {status === 'uploaded' && <span className="twk-hint">{strings.size(entry.size)}</span>}
        {problem !== null && (
          <span id={problemId} className="twk-error">
            {problem}
          </span>
        )}
      </span>
      {status === 'failed' && (
        <button
          type="button"
          className="twk-file__tool"
          aria-label={strings.retry(name)}
          aria-describedby={problemId}
          onClick={() => attachments.retry(key)}
        >
          <Icon name="retry" />
        </button>
      )}
      <button
        type="button"
        className="twk-file__tool"
        aria-label={strings.remove(name)}
        onClick={() => attachments.remove(key)}
      >
        <Icon name="cross" />
      </button>
    </li>
  )
}

/** The files of the message that is being written: how far each came, and what can be done about it. */
export const AttachmentTray = ({ attachments }: AttachmentTrayProps): ReactNode => {
  const strings = useWords('attachment', englishAttachment)
  const { entries, lost } = attachments
  return (
    <div className="twk-files" data-place="composer">
      {entries.length > 0 && (
        <ul aria-label={strings.list}>
          {entries.map((entry) => (
            <Entry key={entry.key} entry={entry} attachments={attachments} />
          ))}
        </ul>
      )}
      {lost.length > 0 && <p className="twk-error">{strings.lost(lost)}</p>}
      {/* Said when it changes, and never for each step of a progress. */}
      <p className="twk-visually-hidden" role="status">
        {[strings.status(summaryOf(entries)), ...entries.flatMap(({ problem }) => problem ?? [])].join(' ')}
      </p>
    </div>
  )
}
