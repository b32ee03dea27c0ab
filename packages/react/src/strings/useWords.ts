'use client'

import { createContext, use, type Context } from 'react'
import type { StringOverrides, Strings } from './strings.ts'

/** What the providers above laid over English, by area. */
export const OverridesContext: Context<StringOverrides> = createContext<StringOverrides>({})

const laidOver = new WeakMap<object, WeakMap<object, object>>()

const lay = <Words extends object>(words: Words, overrides: object): Words => {
  const known = laidOver.get(words) ?? new WeakMap<object, object>()
  laidOver.set(words, known)
  const laid = known.get(overrides) ?? { ...words, ...overrides }
  known.set(overrides, laid)
  // The same words, some of them said otherwise.
  return laid as Words
}

/**
 * The words of an area in use here, or some of them. `inEnglish` are the words that the caller says where nobody laid
 * others over them: they are imported beside it, so that a page loads no word before what says it.
 */
export const useWords = <Area extends keyof Strings, Words extends Partial<Strings[Area]> & object>(
  area: Area,
  inEnglish: Words,
): Words => {
  const overrides = use(OverridesContext)[area]
  return overrides ? lay(inEnglish, overrides) : inEnglish
}
