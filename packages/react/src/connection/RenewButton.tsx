import { useState, type ReactNode } from 'react'
import { useStrings } from '../strings/StringsProvider.tsx'

export interface RenewButtonProps {
  readonly isPrimary: boolean
  /** Settles when the new link is there, or rejects when none came. */
  readonly onRenew: () => Promise<void>
}

/** Fetches a fresh link, one at a time. */
export const RenewButton = ({ isPrimary, onRenew }: RenewButtonProps): ReactNode => {
  const strings = useStrings().connection
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready')
  const handleRenew = (): void => {
    if (state === 'busy') return
    setState('busy')
    void onRenew().then(
      () => setState('ready'),
      () => setState('failed'),
    )
  }
  return (
    <>
      <button
        type="button"
        className={isPrimary ? 'twk-button' : 'twk-text-button'}
        data-variant={isPrimary ? 'primary' : undefined}
        aria-disabled={state === 'busy'}
        onClick={handleRenew}
      >
        {strings.renew}
      </button>
      <span aria-live="polite" className={state === 'failed' ? 'twk-error' : 'twk-hint'}>
        {state === 'busy' && strings.renewing}
        {state === 'failed' && strings.renewFailed}
      </span>
    </>
  )
}
