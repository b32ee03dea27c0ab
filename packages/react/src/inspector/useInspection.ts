import { useMemo } from 'react'
import { englishInspection, type InspectionStrings } from '../strings/inspection.ts'
import { useStrings } from '../strings/StringsProvider.tsx'

/** The words of the panels: the pack's own, over the English that came with them. */
export const useInspection = (): InspectionStrings => {
  const { inspection } = useStrings()
  return useMemo(() => ({ ...englishInspection, ...inspection }), [inspection])
}
