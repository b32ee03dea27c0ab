import { lateComponent, type LateComponent } from '../base/late-component.ts'
import type { KeySheetProps } from './KeySheet.tsx'

/** The sheet of keys, which few pages ever show. */
export const lateKeySheet: LateComponent<KeySheetProps> = lateComponent(
  async () => (await import('./KeySheet.tsx')).KeySheet,
)
