import { useRef, useState, type DragEvent, type ReactElement } from 'react'
import { Icon } from '../icon/Icon.tsx'
import type { FieldRendererProps } from '../renderers/renderers.ts'
import { englishForm } from '../strings/form.ts'
import { useWords } from '../strings/useWords.ts'
import { keyOfEntry, type FileEntry, type PendingFile, type UploadFile } from './file-entry.ts'
import { useUploads, type Uploads } from './useUploads.ts'

const entriesOf = (value: unknown): readonly FileEntry[] =>
  Array.isArray(value) ? (value as readonly FileEntry[]) : [] // a File field's value is only ever set here

interface FileRowProps {
  readonly entry: FileEntry
  readonly uploads: Uploads
  readonly isDisabled: boolean
  readonly onRemove: (entry: FileEntry) => void
}

const FileState = ({ entry }: { readonly entry: PendingFile }): ReactElement => {
  const strings = useWords('form', englishForm)
  return entry.status === 'uploading' ? (
    <progress
      className="twk-file__progress"
      value={entry.progress ?? undefined}
      aria-label={strings.uploading(entry.name)}
    />
  ) : (
    <span className="twk-error">{entry.problem}</span>
  )
}

const FileRow = ({ entry, uploads, isDisabled, onRemove }: FileRowProps): ReactElement => {
  const strings = useWords('form', englishForm)
  const status = entry.id === null ? entry.status : 'uploaded'
  return (
    <li className="twk-file__row" data-status={status}>
      <Icon name={status === 'uploaded' ? 'check' : status === 'uploading' ? 'paperclip' : 'exclamation'} />
      <span className="twk-file__name">
        <bdi>{entry.name}</bdi> <span className="twk-hint">{strings.fileSize(entry.size)}</span>
        {entry.id === null && <FileState entry={entry} />}
      </span>
      {entry.id === null && entry.status === 'failed' && (
        <button
          type="button"
          className="twk-file__button"
          aria-label={strings.retryFile(entry.name)}
          onClick={() => uploads.retry(entry)}
        >
          <Icon name="retry" />
        </button>
      )}
      <button
        type="button"
        className="twk-file__button"
        aria-label={strings.removeFile(entry.name)}
        aria-disabled={isDisabled}
        onClick={() => !isDisabled && onRemove(entry)}
      >
        <Icon name="cross" />
      </button>
    </li>
  )
}

const isWithFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

export interface FileControlProps extends FieldRendererProps {
  readonly upload: UploadFile
}

/** Files to pick or to drop. Each is checked, sent ahead of the form and can be removed; what is submitted are ids. */
export const FileControl = (props: FileControlProps): ReactElement => {
  const { field, id, isDisabled } = props
  const strings = useWords('form', englishForm)
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const entries = entriesOf(props.value)
  const uploads = useUploads({ field, entries, upload: props.upload, onChange: props.onChange })

  // The page around the form may take dropped files as well: these are the field's.
  const handleDrop = (event: DragEvent) => {
    if (!isWithFiles(event)) return
    event.preventDefault()
    event.stopPropagation()
    setIsOver(false)
    if (!isDisabled) uploads.add([...event.dataTransfer.files])
  }
  const handleDragOver = (event: DragEvent) => {
    if (!isWithFiles(event)) return
    event.preventDefault()
    event.stopPropagation()
    setIsOver(true)
  }
  const handleRemove = (entry: FileEntry) => {
    uploads.remove(entry)
    // The button that had the focus goes with its row.
    input.current?.focus()
  }

  // `onBlur` is left out: a file on its way is no mistake, so the field is judged when the form is sent.
  return (
    <div className="twk-file">
      <label
        className="twk-file__drop"
        data-over={isOver || undefined}
        onDragOver={handleDragOver}
        onDragLeave={() => setIsOver(false)}
        onDrop={handleDrop}
      >
        <Icon name="paperclip" />
        <span aria-hidden="true">{strings.pickFile(field.isMultiple)}</span>
        <input
          ref={input}
          type="file"
          className="twk-file__input"
          id={id}
          accept={field.accept ?? undefined}
          multiple={field.isMultiple}
          disabled={isDisabled}
          aria-labelledby={`${id}-label`}
          required={field.isRequired}
          aria-invalid={props.isInvalid}
          aria-describedby={props.describedBy}
          onChange={(event) => {
            uploads.add([...(event.currentTarget.files ?? [])])
            // The same file may be chosen again after it was removed.
            event.currentTarget.value = ''
          }}
        />
      </label>
      {entries.length > 0 && (
        <ul className="twk-file__list">
          {entries.map((entry) => (
            <FileRow
              key={keyOfEntry(entry)}
              entry={entry}
              uploads={uploads}
              isDisabled={isDisabled}
              onRemove={handleRemove}
            />
          ))}
        </ul>
      )}
      <span className="twk-visually-hidden" role="status">
        {uploads.news}
      </span>
    </div>
  )
}
