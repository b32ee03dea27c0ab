import { useId, useRef, useState, type ReactElement } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { englishConversationList } from '../strings/conversation-list.ts'
import { useWords } from '../strings/useWords.ts'

export interface DeleteConversationProps {
  readonly title: string
  /** The id of the element that shows it. */
  readonly titleId: string
  /** Rejects with a sentence where the backend refuses; the dialog shows it and stays. */
  readonly onDelete: () => Promise<void>
  /** Where whoever deleted it stands afterwards: asked while the row is still there. */
  readonly findNeighbour: () => HTMLElement | null
}

type Progress =
  | { readonly status: 'asking' | 'deleting' }
  | { readonly status: 'failed'; readonly message: string }

/** Deletes a conversation after one question, which says that it is for good. */
export const DeleteConversation = (props: DeleteConversationProps): ReactElement => {
  const { title, titleId, onDelete, findNeighbour } = props
  const strings = useWords('conversationList', englishConversationList)
  const dialog = useRef<HTMLDialogElement>(null)
  const [progress, setProgress] = useState<Progress>({ status: 'asking' })
  const questionId = useId()

  const handleOpen = (): void => {
    setProgress({ status: 'asking' })
    dialog.current?.showModal()
  }
  const handleConfirm = async (): Promise<void> => {
    if (progress.status === 'deleting') return
    setProgress({ status: 'deleting' })
    const neighbour = findNeighbour()
    try {
      await onDelete()
      // Gone with its row, or given back by closing: the focus stands beside it either way.
      dialog.current?.close()
      neighbour?.focus()
    } catch (reason) {
      setProgress({ status: 'failed', message: reason instanceof Error ? reason.message : String(reason) })
    }
  }

  return (
    <>
      <button
        type="button"
        className="twk-tool twk-conversations__delete"
        aria-label={strings.delete}
        aria-describedby={titleId}
        title={strings.delete}
        onClick={handleOpen}
      >
        <Icon name="trash" />
      </button>
      <dialog ref={dialog} className="twk-dialog" aria-labelledby={questionId}>
        <p id={questionId}>{strings.confirmDelete(title)}</p>
        <p className="twk-hint">{strings.forGood}</p>
        {progress.status === 'failed' && (
          <p className="twk-error" role="alert">
            {strings.deleteFailed(progress.message)}
          </p>
        )}
        <div className="twk-dialog__actions">
          <button
            type="button"
            className="twk-button"
            data-variant="secondary"
            onClick={() => dialog.current?.close()}
          >
            {strings.keep}
          </button>
          <button
            type="button"
            className="twk-button"
            data-variant="danger"
            aria-disabled={progress.status === 'deleting'}
            onClick={() => void handleConfirm()}
          >
            {strings.deleteForGood}
          </button>
        </div>
      </dialog>
    </>
  )
}
