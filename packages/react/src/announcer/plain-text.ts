/** Markdown as it is read aloud: without marks, with a link's words, a code block as its words, at most `limit` characters. */
export const plainText = (markdown: string, limit: number, more: string): string => {
  const text = markdown
    .replaceAll(/```[^\n]*\n?/g, ' ')
    .replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replaceAll(/^[\s|:-]+$/gm, '')
    .replaceAll(/[*_~`|]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return text.length > limit ? text.slice(0, text.lastIndexOf(' ', limit)) + more : text
}
