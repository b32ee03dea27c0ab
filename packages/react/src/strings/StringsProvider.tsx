'use client'

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { english, mergeStrings, type StringOverrides, type Strings } from './strings.ts'

const StringsContext = createContext<Strings>(english)

export interface StringsProviderProps {
  /** Laid over the words of the nearest provider above, or over English. */
  readonly strings: StringOverrides
  readonly children: ReactNode
}

/** Gives every component below its words. Pass an object that keeps its identity between renders. */
export const StringsProvider = ({ strings, children }: StringsProviderProps): ReactNode => {
  const above = useStrings()
  const merged = useMemo(() => mergeStrings(above, strings), [above, strings])
  return <StringsContext value={merged}>{children}</StringsContext>
}

/** The words in use here; English without a provider. */
export const useStrings = (): Strings => useContext(StringsContext)
