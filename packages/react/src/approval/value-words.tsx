import type { ReactNode } from 'react'
import type { ApprovalCardStrings } from '../strings/approval-card.ts'
import type { Gloss } from './gloss.ts'
import type { Flag } from './parameter-rows.ts'
import { VisibleText } from './VisibleText.tsx'

/** A gloss in words. What the skill itself says in it is drawn so that nothing in it hides. */
export const glossWords = (gloss: Gloss, strings: ApprovalCardStrings): ReactNode => {
  switch (gloss.type) {
    case 'yes-no':
      return strings.yesNo(gloss.value)
    case 'number':
      return strings.number(gloss.value)
    case 'money':
      return strings.money(gloss.value, gloss.currency)
    case 'date':
      return strings.date(gloss.at, gloss.hasTime)
    case 'host':
      return strings.leadsTo(gloss.host)
    case 'choice':
      return strings.choice(<VisibleText key="label" text={gloss.label} />)
  }
}

/** A flag in words. */
export const flagText = (flag: Flag, strings: ApprovalCardStrings): string => {
  switch (flag.type) {
    case 'missing':
      return strings.missing
    case 'undescribed':
      return strings.undescribed
    case 'other-type':
      return strings.otherType(flag.expected, flag.actual)
    case 'no-choice':
      return strings.noChoice
    case 'rounded':
      return strings.rounded
  }
}
