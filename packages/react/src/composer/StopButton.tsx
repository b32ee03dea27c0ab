import type { TransportCapabilities } from '@threadwork/core'
import { useId, type ReactElement } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { englishComposerField } from '../strings/composer-field.ts'
import { useWords } from '../strings/useWords.ts'

export interface StopButtonProps {
  readonly onStop: () => void
  readonly stop: TransportCapabilities['stop']
}

/** Stops what runs, and is named for what it does: where the run goes on, it only stops listening. */
export const StopButton = ({ onStop, stop }: StopButtonProps): ReactElement => {
  const strings = useWords('composer', englishComposerField)
  const detailId = useId()
  const detail = stop === 'cancel' ? strings.cancels : strings.stopListening
  return (
    <>
      <span id={detailId} className="twk-visually-hidden">
        {detail}
      </span>
      <button
        type="button"
        className="twk-button twk-composer__stop"
        data-variant="quiet"
        aria-describedby={detailId}
        title={detail}
        onClick={onStop}
      >
        <Icon name="stop" />
        {stop === 'cancel' ? strings.stop : strings.stopHearing}
      </button>
    </>
  )
}
