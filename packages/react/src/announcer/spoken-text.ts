import { spokenBlocks, type BlockWords } from './spoken-blocks.ts'

export interface SpokenWords extends BlockWords {
  /** Said behind a text that was cut. */
  readonly continues: string
}

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** As many whole pieces as fit into `limit` characters. */
const wholePieces = (text: string, segmenter: Intl.Segmenter, limit: number): string => {
  let end = 0
  for (const { index, segment } of segmenter.segment(text)) {
    if (index + segment.trimEnd().length > limit) break
    end = index + segment.length
  }
  return text.slice(0, end).trimEnd()
}

const cutAt = (text: string, limit: number): string => {
  // A little more than fits: the piece that does not fit has to be seen to end behind the limit.
  const near = text.slice(0, limit * 2)
  return wholePieces(near, sentences, limit) || wholePieces(near, words, limit) || near.slice(0, limit)
}

/**
 * Markdown as it is read aloud, at most about `limit` characters: without marks, code and tables named by their size,
 * and a long text cut behind a whole sentence, with the words that say so. It costs what is said, not what is cut.
 */
export const spokenText = (markdown: string, limit: number, named: SpokenWords): string => {
  let text = ''
  for (const block of spokenBlocks(markdown, named)) {
    text = text === '' ? block : `${text} ${block}`
    if (text.length > limit) return `${cutAt(text, limit)} ${named.continues}`
  }
  return text
}
