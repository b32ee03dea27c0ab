'use client'

import { createContext, useContext, useEffect, useMemo, type ReactElement, type ReactNode } from 'react'
import { createOutputStore, type OutputStore } from './output-store.ts'
import type { ResultChart, ResultSource } from './result-source.ts'

export interface Results {
  readonly outputs: OutputStore
  readonly chart: ResultChart | null
}

const ResultsContext = createContext<Results | null>(null)

export interface ResultsProviderProps {
  /** `null`: no outputs. Another object begins anew. */
  readonly source: ResultSource | null
  readonly children: ReactNode
}

/** Lets the skill cards below show what the host fetched for them. */
export const ResultsProvider = ({ source, children }: ResultsProviderProps): ReactElement => {
  const results = useMemo(
    () => source && { outputs: createOutputStore(source), chart: source.chart ?? null },
    [source],
  )
  useEffect(() => results?.outputs.open(), [results])
  return <ResultsContext value={results}>{children}</ResultsContext>
}

/** The outputs at hand here; `null` where the host gives none. */
export const useResults = (): Results | null => useContext(ResultsContext)
