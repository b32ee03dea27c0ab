import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { englishAttachmentChoice } from '../strings/attachment-choice.ts'
import { useWords } from '../strings/useWords.ts'
import { carriesFiles, filesOf } from './file-list.ts'

export interface DropZoneProps {
  /** In bytes. */
  readonly maxBytes: number
  readonly onFiles: (files: readonly File[]) => void
}

/** Takes files that are dropped anywhere on the element around it, and says so while they are held over it. */
export const DropZone = ({ maxBytes, onFiles }: DropZoneProps): ReactNode => {
  const strings = useWords('attachment', englishAttachmentChoice)
  const zone = useRef<HTMLDivElement>(null)
  const [isOver, setIsOver] = useState(false)

  useEffect(() => {
    const area = zone.current?.parentElement
    if (!area) return undefined
    // Each element under the pointer tells of its own entering and leaving.
    let depth = 0
    const move = (by: number) => {
      depth = Math.max(0, depth + by)
      setIsOver(depth > 0)
    }
    const handleEnter = (event: DragEvent) => {
      if (carriesFiles(event.dataTransfer)) move(1)
    }
    const handleLeave = (event: DragEvent) => {
      if (carriesFiles(event.dataTransfer)) move(-1)
    }
    const handleOver = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    }
    const handleDrop = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return
      // Else the browser would leave the page for the file.
      event.preventDefault()
      move(-depth)
      onFiles(filesOf(event.dataTransfer))
    }
    area.addEventListener('dragenter', handleEnter)
    area.addEventListener('dragleave', handleLeave)
    area.addEventListener('dragover', handleOver)
    area.addEventListener('drop', handleDrop)
    return () => {
      area.removeEventListener('dragenter', handleEnter)
      area.removeEventListener('dragleave', handleLeave)
      area.removeEventListener('dragover', handleOver)
      area.removeEventListener('drop', handleDrop)
    }
  }, [onFiles])

  return (
    <div ref={zone} className="twk-drop" data-over={isOver || undefined} aria-hidden="true">
      <div className="twk-drop__target">
        <Icon name="paperclip" />
        <b>{strings.drop}</b>
        <span>{strings.dropLimit(maxBytes)}</span>
      </div>
    </div>
  )
}
