import { english, type Strings } from '@threadwork/react'
import { arabic } from '@threadwork/react/locales/ar'
import { german } from '@threadwork/react/locales/de'
import { spanish } from '@threadwork/react/locales/es'
import { french } from '@threadwork/react/locales/fr'
import { japanese } from '@threadwork/react/locales/ja'
import { pseudo } from '@threadwork/react/locales/pseudo'

/** A language as the toolbar offers it. */
export interface Language {
  readonly tag: string
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  readonly strings: Strings
}

export const languages: readonly Language[] = [
  { tag: 'en', name: 'English', direction: 'ltr', strings: english },
  { tag: 'de', name: 'Deutsch', direction: 'ltr', strings: german },
  { tag: 'fr', name: 'Français', direction: 'ltr', strings: french },
  { tag: 'es', name: 'Español', direction: 'ltr', strings: spanish },
  { tag: 'ja', name: '日本語', direction: 'ltr', strings: japanese },
  { tag: 'ar', name: 'العربية', direction: 'rtl', strings: arabic },
  { tag: 'en-XA', name: 'Pseudo', direction: 'ltr', strings: pseudo },
]

/** The language of a tag; English for one that no pack has. */
export const languageOf = (tag: unknown): Language => {
  const [first] = languages
  const found = languages.find((language) => language.tag === tag) ?? first
  if (!found) throw new Error('There are no languages. Add one to packs.ts.')
  return found
}
