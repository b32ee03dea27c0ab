export { EventInspector, type EventInspectorProps } from './EventInspector.tsx'
export type { InspectorFault, InspectorFaults } from './FaultsPanel.tsx'
export { TapeViewer, type TapeViewerProps } from './TapeViewer.tsx'
export { englishInspection, type InspectionStrings } from '../strings/inspection.ts'
