import type { Lexicon } from './lexicon.ts'
import type { NodeTranslation, NodeWord } from './node-word.ts'
import type { Translation } from './translation.ts'

/** What carries each part of a document to our words and back. */
export interface DocumentWords {
  readonly nodes: NodeTranslation
  readonly nodeWords: readonly NodeWord[]
  readonly edges: Lexicon
  readonly condition: Translation
  readonly settings: Lexicon
}
