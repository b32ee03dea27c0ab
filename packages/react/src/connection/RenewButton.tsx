import type { ReactNode } from 'react'
import { englishConnection } from '../strings/connection.ts'
import { useWords } from '../strings/useWords.ts'
import type { RenewalStatus } from './useRenewal.ts'

export interface RenewButtonProps {
  readonly isPrimary: boolean
  readonly status: RenewalStatus
  readonly onRenew: () => void
}

/** Fetches a fresh link. */
export const RenewButton = ({ isPrimary, status, onRenew }: RenewButtonProps): ReactNode => (
  <button
    type="button"
    className={isPrimary ? 'twk-button' : 'twk-text-button'}
    data-variant={isPrimary ? 'primary' : undefined}
    aria-disabled={status === 'busy'}
    onClick={() => {
      if (status !== 'busy') onRenew()
    }}
  >
    {useWords('connection', englishConnection).renew}
  </button>
)
