import '@threadwork/react/inspector.css'
import { TapeViewer } from '@threadwork/react/inspector'
import type { ReactElement } from 'react'
import type { OpenTape } from './tape.ts'

export interface TapePaneProps {
  readonly tape: OpenTape
  readonly onClose: () => void
}

/** A recording in the place of a conversation. */
export const TapePane = ({ tape, onClose }: TapePaneProps): ReactElement => (
  <main className="pane">
    <TapeViewer name={tape.name} text={tape.text} onClose={onClose} agentName="Returns assistant" />
  </main>
)
