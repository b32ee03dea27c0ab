import type { FaultSettings } from '@threadwork/mocks'
import type { Page } from 'playwright'

/** Switches faults of the mocked server on, and every other off, as its menu does. */
export const switchFaults = (page: Page, settings: Partial<FaultSettings>): Promise<void> =>
  page.evaluate((kept) => localStorage.setItem('threadwork-faults', kept), JSON.stringify(settings))
