import { tellingWordsOf, wordsOf } from '../../knowledge/words.ts'

/** What a field is called and described by: it says what kind of value is looked for. */
export interface Sought {
  readonly name: string
  readonly description: string
}

const shapes: readonly { readonly asks: RegExp; readonly shape: RegExp }[] = [
  { asks: /e-?mail|mail address/i, shape: /[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/ },
  { asks: /phone|mobile|\btel|sms|whatsapp/i, shape: /\+?\d[\d ()./-]{5,18}\d/ },
  { asks: /url|link|website|web site|homepage/i, shape: /https?:\/\/[^\s<>"”’]+[^\s<>"”’.,;!?)]/ },
  {
    asks: /date|day|deadline|birth|when/i,
    shape:
      /\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\b(?:to(?:day|morrow)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i,
  },
  { asks: /time|hour/i, shape: /\b\d{1,2}:\d{2}(?:\s?[ap]m)?\b|\b\d{1,2}\s?[ap]m\b/i },
  {
    asks: /order|booking|ticket|invoice|number|\bno\b|\bid\b|code|reference|tracking/i,
    shape: /#\s?[\w-]*\d[\w-]*|\b[A-Z]{1,5}-?\d[\w-]*|\b\d{3,}\b/,
  },
]
const names =
  /\b(?:my name is|name'?s|i am called|call me|this is)\s+(\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*)?)/iu

/** A text that stands for a field in what was said, the newest first; `null` when none does. */
export function findText(sought: Sought, said: readonly string[]): string | null {
  const newestFirst = said.toReversed()
  const labelled = firstOf(newestFirst, (text) => labelledText(sought.name, text))
  return labelled ?? firstOf(newestFirst, (text) => shapedText(sought, text))
}

/** “city: Basel”, “my city is Basel”. */
function labelledText(name: string, text: string): string | null {
  const words = spaced(name).split(' ').map(escapePattern).join('[\\s_-]*')
  if (words === '') return null
  const found = new RegExp(
    `(?:^|[^\\p{L}\\p{N}])${words}\\s*(?::|=|\\bis\\b)\\s*["“]?([^\\n,;"”]{1,200})`,
    'iu',
  ).exec(text)
  return found?.[1]?.replace(/[.!?\s]+$/, '').trim() || null
}

function shapedText({ name, description }: Sought, text: string): string | null {
  const asked = `${spaced(name)} ${description}`
  if (/name/i.test(asked)) {
    const found = names.exec(text)?.[1]
    if (found) return found
  }
  return firstOf(shapes, ({ asks, shape }) =>
    asks.test(asked) ? (shape.exec(text)?.[0].replace(/^#\s?/, '') ?? null) : null,
  )
}

/** A number for a field: beside one of its words, else the first at all that stands alone. */
export function findNumber(sought: Sought, said: readonly string[]): number | null {
  const words = new Set(tellingWordsOf(`${spaced(sought.name)} ${sought.description}`))
  return firstOf(said.toReversed(), (text) => {
    const numbers = [...text.matchAll(/(?<![\w.-])-?\d+(?:[.,]\d+)?(?![\w-])/g)].map((match) => ({
      value: Number(match[0].replace(',', '.')),
      around: text.slice(Math.max(0, match.index - 25), match.index + match[0].length + 25),
    }))
    const near = numbers.find(({ around }) => wordsOf(around).some((word) => words.has(word)))
    return (near ?? numbers[0])?.value ?? null
  })
}

/** A name in words: `orderNumber` and `order_number` are “order number”. */
export const spaced = (name: string): string =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[_\-.\s]+/g, ' ')
    .trim()
    .toLowerCase()

const escapePattern = (text: string): string => text.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`)

function firstOf<Each, Found>(list: readonly Each[], find: (each: Each) => Found | null): Found | null {
  for (const each of list) {
    const found = find(each)
    if (found !== null) return found
  }
  return null
}
