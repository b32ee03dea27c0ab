import type { ReactElement } from 'react'
import { englishMessageText } from '../strings/message-text.ts'
import { useWords } from '../strings/useWords.ts'

/** Marks what the scripted model said or judged, with a sentence on what that means. */
export const ScriptedTag = (): ReactElement => {
  const strings = useWords('message', englishMessageText)
  return (
    <span className="twk-scripted" title={strings.scriptedHint}>
      {strings.scripted}
      <span className="twk-visually-hidden">{`. ${strings.scriptedHint}`}</span>
    </span>
  )
}
