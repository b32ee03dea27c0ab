'use client'

import { Suspense, useState, type ReactElement } from 'react'
import { lateComponent, type LateComponent } from '../base/late-component.ts'
import type { TranscriptProps } from './Transcript.tsx'

const lateTranscript: LateComponent<TranscriptProps> = lateComponent(
  async () => (await import('./Transcript.tsx')).Transcript,
)

/** A conversation's full transcript in a dialog, which loads when it is first opened. */
export const Transcript = (props: TranscriptProps): ReactElement => {
  const [Dialog] = useState(() => lateTranscript.take())
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  )
}
