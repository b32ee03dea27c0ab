export interface MarkdownProps {
  /** GitHub-flavoured markdown. HTML in it is shown as text, and nothing remote is loaded. */
  readonly text: string
  /** More text will come: half-finished syntax is closed, and only the open end is parsed again. */
  readonly streaming?: boolean
}
