'use client'

import { use, useMemo, type ReactNode } from 'react'
import { mergeAreas } from './merge-areas.ts'
import type { StringOverrides } from './strings.ts'
import { OverridesContext } from './useWords.ts'

export interface StringsProviderProps {
  /** Laid over the words of the nearest provider above, or over English. */
  readonly strings: StringOverrides
  readonly children: ReactNode
}

/** Gives every component below its words. Pass an object that keeps its identity between renders. */
export const StringsProvider = ({ strings, children }: StringsProviderProps): ReactNode => {
  const above = use(OverridesContext)
  const merged = useMemo(() => mergeAreas(above, strings), [above, strings])
  return <OverridesContext value={merged}>{children}</OverridesContext>
}
