import { lateValue, type LateValue } from '../base/late-value.ts'
import type { createVirtualRows } from './virtual-rows.ts'

/** What draws long threads, which most conversations never need. */
export const lateVirtualRows: LateValue<typeof createVirtualRows> = lateValue(
  async () => (await import('./virtual-rows.ts')).createVirtualRows,
)
