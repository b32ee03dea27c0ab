import { useCallback, useEffect, useState } from 'react'

/** A file that a person dropped or chose as a recording. */
export interface OpenTape {
  readonly name: string
  readonly text: string
}

const isTape = ({ name }: File): boolean => name.endsWith('.tape')

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

/** The recording that is open, and how to open one: a `.tape` file dropped anywhere on the page, or a chosen file. */
export const useTape = () => {
  const [tape, setTape] = useState<OpenTape | null>(null)
  const open = useCallback(async (file: File): Promise<void> => {
    // A file that went away between the choice and the reading has nothing to show: the viewer says that it is no tape.
    const text = await file.text().catch(() => '')
    setTape({ name: file.name, text })
  }, [])

  useEffect(() => {
    // Else the browser would leave the page for the file.
    const handleOver = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault()
    }
    const handleDrop = (event: DragEvent) => {
      const [file] = event.dataTransfer?.files ?? []
      if (!file || !isTape(file)) {
        if (carriesFiles(event)) event.preventDefault()
        return
      }
      event.preventDefault()
      // A conversation under the pointer would take it for an attachment: to that, the file has left again.
      event.stopPropagation()
      event.target?.dispatchEvent(
        new DragEvent('dragleave', { bubbles: true, dataTransfer: event.dataTransfer }),
      )
      void open(file)
    }
    addEventListener('dragover', handleOver)
    addEventListener('drop', handleDrop, { capture: true })
    return () => {
      removeEventListener('dragover', handleOver)
      removeEventListener('drop', handleDrop, { capture: true })
    }
  }, [open])
  return { tape, open, close: () => setTape(null) }
}
