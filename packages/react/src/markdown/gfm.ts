import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm as gfmSyntax } from 'micromark-extension-gfm'

/** The lists in which remark's parser looks for extensions. */
interface ParserData {
  micromarkExtensions?: unknown[]
  fromMarkdownExtensions?: unknown[]
}

// A plugin is called with the processor as its `this`.
function addExtensions(this: { data(): object }): void {
  const data = this.data() as ParserData // unified shares one bag of data among all plugins
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmSyntax()]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmFromMarkdown()]
}

/**
 * GitHub-flavoured markdown for the parser: what remark-gfm does, without the half of it that writes markdown, which a
 * page never needs and would pay for.
 */
export const gfm: typeof addExtensions = addExtensions
