const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

// Between two ASCII characters there is always a boundary (a text field knows no carriage return), so only what lies
// around others has to be segmented.
const aroundOthers = /\p{ASCII}?(?:\P{ASCII}+\p{ASCII}?)+/gu

/** How many characters a person sees in a text: an emoji of seven code points is one. */
export const countCharacters = (text: string): number => {
  let count = text.length
  for (const [part] of text.matchAll(aroundOthers)) {
    count -= part.length
    for (const _ of segmenter.segment(part)) count += 1
  }
  return count
}
