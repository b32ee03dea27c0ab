import { useMemo, useState, type ReactNode } from 'react'
import { englishApprovalCard } from '../strings/approval-card.ts'
import { useWords } from '../strings/useWords.ts'
import { prettyJson } from './describe-value.ts'
import { LongText } from './LongText.tsx'
import { textStep } from './long-text.ts'

export interface RawParametersProps {
  readonly parameters: Readonly<Record<string, unknown>>
}

/** The call's parameters as the backend sent them. */
export const RawParameters = ({ parameters }: RawParametersProps): ReactNode => {
  const strings = useWords('approval', englishApprovalCard)
  const [open, setOpen] = useState(textStep)
  const text = useMemo(() => prettyJson(parameters), [parameters])
  if (text === null) return <p className="twk-hint">{strings.tooDeep}</p>
  return (
    <div className="twk-approval__raw" tabIndex={0} role="group" aria-label={strings.raw}>
      <LongText text={text} isCode open={open} onOpen={setOpen} />
    </div>
  )
}
