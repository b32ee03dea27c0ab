import type { ReactNode } from 'react'
import { useStrings } from '../strings/StringsProvider.tsx'
import { VisibleText } from './VisibleText.tsx'

export interface RawParametersProps {
  readonly parameters: Readonly<Record<string, unknown>>
}

/** The call's parameters as the backend sent them. */
export const RawParameters = ({ parameters }: RawParametersProps): ReactNode => (
  <pre className="twk-approval__raw" tabIndex={0} role="group" aria-label={useStrings().approval.raw}>
    <VisibleText text={JSON.stringify(parameters, null, 2)} isCode />
  </pre>
)
