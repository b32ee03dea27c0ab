import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import { toHast } from 'mdast-util-to-hast'
import { harden } from 'rehype-harden'
import rehypeSanitize from 'rehype-sanitize'
import { footnoteMarks } from './footnotes.ts'
import { gfmTokens, gfmTree } from './gfm.ts'
import { htmlBlocks } from './html-blocks.ts'
import type { MarkdownExtra } from './markdown-extra.ts'
import { directionOfWords, htmlAsText, imagesAsPlaceholders, schema, type TreeNode } from './tree-rules.ts'

type Syntaxes = NonNullable<Options['extensions']>
type Builders = NonNullable<Options['mdastExtensions']>

/** The lists to which a remark plugin adds what it knows of markdown. */
interface ParserData {
  readonly micromarkExtensions: Syntaxes
  readonly fromMarkdownExtensions: Builders
}

const optionsOf = (extras: readonly MarkdownExtra[]): Options => {
  const data: ParserData = { micromarkExtensions: [gfmTokens], fromMarkdownExtensions: [gfmTree] }
  for (const { syntax } of extras) syntax?.call({ data: () => data })
  return { extensions: data.micromarkExtensions, mdastExtensions: data.fromMarkdownExtensions }
}

const optionsByExtras = new WeakMap<readonly MarkdownExtra[], Options>()

const optionsFor = (extras: readonly MarkdownExtra[]): Options => {
  const options = optionsByExtras.get(extras) ?? optionsOf(extras)
  optionsByExtras.set(extras, options)
  return options
}

const sanitize = rehypeSanitize(schema)

type HtmlTree = Parameters<typeof sanitize>[0]

// The last gate: no image prefix is allowed, so an image that got this far is taken out.
const gate = harden({
  allowedLinkPrefixes: ['*'],
  linkBlockPolicy: 'text-only',
  imageBlockPolicy: 'text-only',
})

const inMarkdown = [htmlBlocks(), footnoteMarks()]
const beforeSanitizing = [htmlAsText()]
const afterSanitizing = [imagesAsPlaceholders(), directionOfWords(), gate]

/** A text as a tree of what may be drawn of it: what is not in the schema is gone, or is text. */
export const readMarkdown = (source: string, extras: readonly MarkdownExtra[]): TreeNode => {
  const markdown = fromMarkdown(source, optionsFor(extras))
  for (const rule of inMarkdown) rule(markdown)
  // The HTML in it is kept as it was written: the rules make text of it.
  const html = toHast(markdown, { allowDangerousHtml: true }) as HtmlTree
  for (const rule of beforeSanitizing) rule(html)
  const clean = sanitize(html)
  for (const rule of afterSanitizing) rule(clean)
  return clean
}
