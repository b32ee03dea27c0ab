import '@threadwork/react/inspector.css'
import { EventInspector, type InspectorFaults } from '@threadwork/react/inspector'
import type { ReactElement } from 'react'

/** The inspector of the session above, with its styles. */
export const Inspector = ({ faults }: { readonly faults?: InspectorFaults }): ReactElement => (
  <EventInspector {...(faults ? { faults } : {})} />
)
