'use client'

import { use, useMemo } from 'react'
import { english, mergeStrings, type Strings } from './strings.ts'
import { OverridesContext } from './useWords.ts'

/** All words in use here; English without a provider. Whoever calls it has every English word in its page. */
export const useStrings = (): Strings => {
  const overrides = use(OverridesContext)
  return useMemo(() => mergeStrings(english, overrides), [overrides])
}
