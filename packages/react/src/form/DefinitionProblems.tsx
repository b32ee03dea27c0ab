import type { ReactElement } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { englishFormCard } from '../strings/form-card.ts'
import { useWords } from '../strings/useWords.ts'

export interface DefinitionProblemsProps {
  readonly problems: readonly string[]
}

/** The parts of a form's definition that cannot be drawn, each in a sentence that names it. */
export const DefinitionProblems = ({ problems }: DefinitionProblemsProps): ReactElement => {
  const strings = useWords('form', englishFormCard)
  return (
    <div className="twk-form__definition" role="group" aria-label={strings.definition(problems.length)}>
      <p className="twk-form__summary-title">
        <Icon name="exclamation" />
        {strings.definition(problems.length)}
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  )
}
