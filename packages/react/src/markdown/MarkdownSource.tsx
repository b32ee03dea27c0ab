import { memo, type ReactNode } from 'react'
import ReactMarkdown, { type Options } from 'react-markdown'
import { harden } from 'rehype-harden'
import rehypeSanitize from 'rehype-sanitize'
import { elements } from './elements.tsx'
import { footnoteMarks } from './footnotes.ts'
import { gfm } from './gfm.ts'
import { htmlBlocks } from './html-blocks.ts'
import { useMarkdownExtras, type MarkdownExtra } from './markdown-extra.ts'
import { directionOfWords, htmlAsText, imagesAsPlaceholders, schema } from './tree-rules.ts'

type Plugins = NonNullable<Options['remarkPlugins']>

const pluginsByExtras = new WeakMap<readonly MarkdownExtra[], Plugins>()

/** The parser's plugins; the same list for the same extras. */
const pluginsFor = (extras: readonly MarkdownExtra[]): Plugins => {
  const known = pluginsByExtras.get(extras)
  if (known) return known
  const plugins: Plugins = [gfm, ...extras.flatMap(({ syntax }) => syntax ?? []), htmlBlocks, footnoteMarks]
  pluginsByExtras.set(extras, plugins)
  return plugins
}

const rehypePlugins: Options['rehypePlugins'] = [
  htmlAsText,
  [rehypeSanitize, schema],
  imagesAsPlaceholders,
  directionOfWords,
  // The last gate: no image prefix is allowed, so an image that got this far is taken out.
  [harden, { allowedLinkPrefixes: ['*'], linkBlockPolicy: 'text-only', imageBlockPolicy: 'text-only' }],
]

export interface MarkdownSourceProps {
  readonly source: string
}

/** Markdown that is parsed by itself. */
export const MarkdownSource: (props: MarkdownSourceProps) => ReactNode = memo(
  ({ source }: MarkdownSourceProps): ReactNode => (
    <ReactMarkdown
      remarkPlugins={pluginsFor(useMarkdownExtras())}
      rehypePlugins={rehypePlugins}
      components={elements}
    >
      {source}
    </ReactMarkdown>
  ),
)
