import type { ReactElement } from 'react'
import { useStrings } from '../strings/StringsProvider.tsx'

/** Marks what the scripted model said or judged, with a sentence on what that means. */
export const ScriptedTag = (): ReactElement => {
  const strings = useStrings().message
  return (
    <span className="twk-scripted" title={strings.scriptedHint}>
      {strings.scripted}
      <span className="twk-visually-hidden">{`. ${strings.scriptedHint}`}</span>
    </span>
  )
}
