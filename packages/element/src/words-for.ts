import type { Strings } from '@threadwork/react'

const packs: Readonly<Record<string, () => Promise<Strings>>> = {
  ar: async () => (await import('@threadwork/react/locales/ar')).arabic,
  de: async () => (await import('@threadwork/react/locales/de')).german,
  es: async () => (await import('@threadwork/react/locales/es')).spanish,
  fr: async () => (await import('@threadwork/react/locales/fr')).french,
  ja: async () => (await import('@threadwork/react/locales/ja')).japanese,
}

const writtenFromTheRight: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur'])

const languageOf = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? ''

/** The direction of a language, by its tag; `null` without one. */
export const directionOf = (tag: string | null): 'ltr' | 'rtl' | null => {
  if (tag === null) return null
  return writtenFromTheRight.has(languageOf(tag)) ? 'rtl' : 'ltr'
}

/** The kit's words in a language, by its tag such as `de-AT`; `null`: it has none, and speaks English. */
export const wordsFor = async (tag: string): Promise<Strings | null> => {
  const language = languageOf(tag)
  const load = Object.hasOwn(packs, language) ? packs[language] : undefined
  // A pack that cannot be loaded costs the language, not the chat.
  return load ? load().catch(() => null) : null
}
