/** A text of more characters or lines than this is folded at first. */
const mostCharacters = 600
const mostLines = 12

/** What is drawn of a folded text. */
export const foldedLength = 400
export const foldedLines = 8

/** So many characters more are drawn with each click; no reader and no browser takes a million at once. */
export const textStep = 100_000

/** Whether a text is folded until the person opens it. */
export const isLong = (text: string): boolean =>
  text.length > mostCharacters || (text.match(/\n/gu)?.length ?? 0) > mostLines

/** Whether a part of a text is not drawn while `open` characters of it are. */
export const isFolded = (text: string, open: number): boolean => isLong(text) && open < text.length
