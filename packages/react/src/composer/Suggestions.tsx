import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { englishComposerField } from '../strings/composer-field.ts'
import { useWords } from '../strings/useWords.ts'
import { suggestionOf, type Suggestion } from './suggestion.ts'

export interface SuggestionsProps {
  readonly suggestions: readonly (string | Suggestion)[]
  readonly onChoose: (suggestion: Suggestion) => void
}

/** Where a key leads in a row of `count` buttons; `null` when it leads nowhere. */
const stepOf = (key: string, index: number, count: number, isRightToLeft: boolean): number | null => {
  switch (key) {
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'ArrowRight':
      return (index + (isRightToLeft ? count - 1 : 1)) % count
    case 'ArrowLeft':
      return (index + (isRightToLeft ? 1 : count - 1)) % count
    default:
      return null
  }
}

/** Chips above a composer: one stop of the Tab key, walked with the arrow keys, chosen with one click. */
export const Suggestions = ({ suggestions, onChoose }: SuggestionsProps): ReactElement => {
  const strings = useWords('composer', englishComposerField)
  const row = useRef<HTMLDivElement>(null)
  const [reached, setReached] = useState(0)
  const current = Math.min(reached, suggestions.length - 1)
  const handleKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
    const next = stepOf(event.key, current, suggestions.length, isRightToLeft)
    if (next === null) return
    event.preventDefault()
    setReached(next)
    row.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div
      ref={row}
      className="twk-suggestions"
      role="toolbar"
      aria-label={strings.suggestions}
      onKeyDown={handleKeyDown}
    >
      {suggestions.map(suggestionOf).map((suggestion, index) => (
        <button
          key={suggestion.text}
          type="button"
          className="twk-button"
          data-variant="quiet"
          tabIndex={index === current ? 0 : -1}
          onFocus={() => setReached(index)}
          onClick={() => onChoose(suggestion)}
        >
          {suggestion.label ?? suggestion.text}
        </button>
      ))}
    </div>
  )
}
