import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm as gfmSyntax } from 'micromark-extension-gfm'

/** The lists in which remark's parser looks for extensions. */
interface ParserData {
  micromarkExtensions?: unknown[]
  fromMarkdownExtensions?: unknown[]
}

/** GitHub's additions for the tokenizer: made once, for making them costs a tenth of what parsing a paragraph does. */
export const gfmTokens: ReturnType<typeof gfmSyntax> = gfmSyntax()

/** And for the tree that is built of its tokens. */
export const gfmTree: ReturnType<typeof gfmFromMarkdown> = gfmFromMarkdown()

// A plugin is called with the processor as its `this`.
function addExtensions(this: { data(): object }): void {
  const data = this.data() as ParserData // unified shares one bag of data among all plugins
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTokens]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTree]
}

/**
 * GitHub-flavoured markdown for the parser: what remark-gfm does, without the half of it that writes markdown, which a
 * page never needs and would pay for.
 */
export const gfm: typeof addExtensions = addExtensions
