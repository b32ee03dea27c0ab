// About what a person reads at a glance, and a model can be given a few of.
const fullLength = 600
const mostLength = 900

/** Parts of a text along its paragraphs; a heading stays with what follows it, a long paragraph breaks at sentences. */
export function splitPassages(text: string): readonly string[] {
  const passages: string[] = []
  let passage = ''
  for (const paragraph of text.split(/\n\s*\n/).flatMap(breakParagraph)) {
    const isFull =
      passage !== '' && passage.length + paragraph.length > fullLength && !endsWithHeading(passage)
    if (isFull || (isHeading(paragraph) && passage !== '' && !endsWithHeading(passage))) {
      passages.push(passage)
      passage = ''
    }
    passage = passage === '' ? paragraph : `${passage}\n\n${paragraph}`
  }
  return passage === '' ? passages : [...passages, passage]
}

const isHeading = (text: string): boolean => /^#{1,6}\s/.test(text) && !text.includes('\n')
const endsWithHeading = (text: string): boolean => isHeading(text.slice(text.lastIndexOf('\n\n') + 1).trim())

function breakParagraph(paragraph: string): readonly string[] {
  const parts: string[] = []
  let rest = paragraph.trim()
  while (rest.length > mostLength) {
    const end = lastBreak(rest.slice(0, fullLength))
    parts.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  return rest === '' ? parts : [...parts, rest]
}

/** Where a text may be cut: after a sentence, else between words, else where it is full, but inside no character. */
function lastBreak(text: string): number {
  const sentence = Math.max(...['. ', '! ', '? ', '。', '\n'].map((mark) => text.lastIndexOf(mark)))
  if (sentence > fullLength / 3) return sentence + 1
  const space = text.lastIndexOf(' ')
  if (space > 0) return space
  const isHalf = /[\uD800-\uDBFF]$/.test(text)
  return isHalf ? text.length - 1 : text.length
}
