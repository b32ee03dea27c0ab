/** What is said where a text stands as it was written. */
export interface MarkdownTextStrings {
  readonly broken: string
}

export const englishMarkdownText: MarkdownTextStrings = {
  broken: 'This message could not be drawn. Its text:',
}
