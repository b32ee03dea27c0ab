import { Suspense, useState, type ReactElement } from 'react'
import { lateComponent } from '../base/late-component.ts'
import type { AttachmentTrayProps } from './AttachmentTray.tsx'

const tray = lateComponent<AttachmentTrayProps>(
  async () => (await import('./AttachmentTray.tsx')).AttachmentTray,
)

/** The tray, which a page does not need before somebody attaches something. */
export const LateAttachmentTray = (props: AttachmentTrayProps): ReactElement => {
  const [Tray] = useState(() => tray.take())
  return (
    <Suspense>
      <Tray {...props} />
    </Suspense>
  )
}
