import { lazy, Suspense, type ReactElement } from 'react'
import type { EventInspectorProps } from './EventInspector.tsx'

const Loaded = lazy(async () => ({ default: (await import('./EventInspector.tsx')).EventInspector }))

/** What comes over the wire, newest first. It loads when it is first shown. */
export const EventInspector = (props: EventInspectorProps): ReactElement => (
  <Suspense fallback={null}>
    <Loaded {...props} />
  </Suspense>
)
