import { englishInspection, type InspectionStrings } from '../strings/inspection.ts'
import { useWords } from '../strings/useWords.ts'

/** The words of the panels: the pack's own, over the English that came with them. */
export const useInspection = (): InspectionStrings => useWords('inspection', englishInspection)
