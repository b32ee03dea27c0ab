import { memo, type ReactNode } from 'react'
import ReactMarkdown, { type Options } from 'react-markdown'
import { harden } from 'rehype-harden'
import rehypeSanitize from 'rehype-sanitize'
import type { Block } from './block-reader.ts'
import { definitionsFor, type Definitions } from './definitions.ts'
import { elements } from './elements.tsx'
import { footnotesInPlace } from './footnotes.ts'
import { gfm } from './gfm.ts'
import { OpenEnd, useMarkdownExtras, type MarkdownExtra } from './markdown-extra.ts'
import { htmlAsText, imagesAsPlaceholders, schema } from './tree-rules.ts'

type Plugins = NonNullable<Options['remarkPlugins']>

const pluginsByExtras = new WeakMap<readonly MarkdownExtra[], Plugins>()

/** The parser's plugins; the same list for the same extras. */
const pluginsFor = (extras: readonly MarkdownExtra[]): Plugins => {
  const known = pluginsByExtras.get(extras)
  if (known) return known
  const plugins: Plugins = [gfm, ...extras.flatMap(({ syntax }) => syntax ?? []), footnotesInPlace]
  pluginsByExtras.set(extras, plugins)
  return plugins
}

const rehypePlugins: Options['rehypePlugins'] = [
  htmlAsText,
  [rehypeSanitize, schema],
  imagesAsPlaceholders,
  // The last gate: no image prefix is allowed, so an image that got this far is taken out.
  [harden, { allowedLinkPrefixes: ['*'], linkBlockPolicy: 'text-only', imageBlockPolicy: 'text-only' }],
]

const MarkdownSource = memo(({ source }: { readonly source: string }): ReactNode => (
  <ReactMarkdown
    remarkPlugins={pluginsFor(useMarkdownExtras())}
    rehypePlugins={rehypePlugins}
    components={elements}
  >
    {source}
  </ReactMarkdown>
))

export interface MarkdownGroupProps {
  readonly blocks: readonly Block[]
  readonly definitions: Definitions
  /** More text will come, behind the last of the blocks. */
  readonly isOpen: boolean
}

/** Up to eight blocks. A settled group renders again only when a new definition may concern it. */
export const MarkdownGroup: (props: MarkdownGroupProps) => ReactNode = memo(
  ({ blocks, definitions, isOpen }: MarkdownGroupProps): ReactNode => (
    <div className="twk-markdown__group">
      {blocks.map((block, index) => (
        // A block never changes its place: text only grows at its end.
        <OpenEnd key={index} value={isOpen && index === blocks.length - 1}>
          <MarkdownSource source={definitionsFor(block.mentions, definitions) + block.text} />
        </OpenEnd>
      ))}
    </div>
  ),
)
