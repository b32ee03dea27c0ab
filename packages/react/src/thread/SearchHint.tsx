import { useEffect, useState, type ReactElement } from 'react'
import { englishTranscriptWay } from '../strings/transcript-way.ts'
import { useWords } from '../strings/useWords.ts'

export interface SearchHintProps {
  /** Whether the page holds only a part of the thread, asked at the key. */
  readonly isPartial: () => boolean
  readonly onTranscript: () => void
}

const isSearch = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'f' && (ctrlKey || metaKey) && !altKey && !shiftKey

/** Says where the whole conversation can be searched, when somebody opens the browser's search over a part of it. */
export const SearchHint = ({ isPartial, onTranscript }: SearchHintProps): ReactElement | null => {
  const strings = useWords('transcript', englishTranscriptWay)
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    // The browser's own search opens as ever: it may be the page around the thread that is searched.
    const handleKey = (event: KeyboardEvent): void => {
      if (isSearch(event) && isPartial()) setIsShown(true)
    }
    addEventListener('keydown', handleKey)
    return () => removeEventListener('keydown', handleKey)
  }, [isPartial])
  if (!isShown) return null
  return (
    <p className="twk-thread__waiting">
      <span role="status">{strings.searchHint}</span>
      <button
        type="button"
        className="twk-text-button"
        onClick={() => {
          setIsShown(false)
          onTranscript()
        }}
      >
        {strings.title}
      </button>
      <button type="button" className="twk-text-button" onClick={() => setIsShown(false)}>
        {strings.close}
      </button>
    </p>
  )
}
