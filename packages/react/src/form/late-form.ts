import { lateComponent, type LateComponent } from '../base/late-component.ts'
import type { OpenFormProps } from './OpenForm.tsx'

/** A form that waits for its answers. It comes with react-hook-form. */
export const lateForm: LateComponent<OpenFormProps> = lateComponent(
  async () => (await import('./OpenForm.tsx')).OpenForm,
)
