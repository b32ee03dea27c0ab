import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm as gfmSyntax } from 'micromark-extension-gfm'

/** GitHub's additions for the tokenizer: made once, for making them costs a tenth of what parsing a paragraph does. */
export const gfmTokens: ReturnType<typeof gfmSyntax> = gfmSyntax()

/** And for the tree that is built of its tokens: the half that writes markdown stays out of the page. */
export const gfmTree: ReturnType<typeof gfmFromMarkdown> = gfmFromMarkdown()
