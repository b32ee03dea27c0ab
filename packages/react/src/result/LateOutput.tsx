import { Suspense, useState, type ReactElement } from 'react'
import { lateComponent, type LateComponent } from '../base/late-component.ts'
import { englishResult } from '../strings/result.ts'
import { useWords } from '../strings/useWords.ts'
import type { FetchedOutputProps } from './FetchedOutput.tsx'

const lateOutput: LateComponent<FetchedOutputProps> = lateComponent(
  async () => (await import('./FetchedOutput.tsx')).FetchedOutput,
)

/** Only hosts that fetch outputs load what draws them. */
export const LateOutput = (props: FetchedOutputProps): ReactElement => {
  const [Output] = useState(() => lateOutput.take())
  return (
    <Suspense fallback={<p className="twk-hint twk-shimmer">{useWords('result', englishResult).loading}</p>}>
      <Output {...props} />
    </Suspense>
  )
}
