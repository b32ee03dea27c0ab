import type { AttachmentLimits } from '@threadwork/core'
import { useRef, type ReactElement } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { englishAttachmentChoice } from '../strings/attachment-choice.ts'
import { useWords } from '../strings/useWords.ts'

export interface AttachButtonProps {
  readonly limits: AttachmentLimits
  readonly onFiles: (files: readonly File[]) => void
}

/** Lets a person pick files. */
export const AttachButton = ({ limits, onFiles }: AttachButtonProps): ReactElement => {
  const strings = useWords('attachment', englishAttachmentChoice)
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={picker}
        type="file"
        className="twk-visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        multiple={limits.maxFiles > 1}
        accept={limits.accept.join(',')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          // The same file again is a choice too.
          event.currentTarget.value = ''
        }}
      />
      <button
        type="button"
        className="twk-composer__attach"
        aria-label={strings.attach}
        title={strings.attach}
        onClick={() => picker.current?.click()}
      >
        <Icon name="paperclip" />
      </button>
    </>
  )
}
