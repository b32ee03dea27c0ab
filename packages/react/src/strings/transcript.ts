import { plural } from './plural.ts'

export interface TranscriptStrings {
  /** On the button, and the dialog's name. */
  readonly title: string
  /** Why one may want it. */
  readonly hint: string
  readonly loading: string
  readonly copyText: string
  readonly copyMarkdown: string
  readonly copied: string
  readonly print: string
  readonly close: string
  count(items: number): string
  /** While `drawn` of `items` are on the page. */
  progress(drawn: number, items: number): string
  readonly empty: string
  readonly formSent: string
  readonly formClosed: string
  /** Below a thread that holds only a part of itself, when somebody searches the page. */
  readonly searchHint: string
  /** `label` and `value` of one line in the text that is copied. */
  fact(label: string, value: string): string
}

const counts = new Intl.NumberFormat('en')

export const englishTranscript: TranscriptStrings = {
  title: 'Full transcript',
  hint: 'The whole conversation on one page, to search, print or copy.',
  loading: 'Loading…',
  copyText: 'Copy as text',
  copyMarkdown: 'Copy as Markdown',
  copied: 'Copied',
  print: 'Print',
  close: 'Close',
  count: (items) => plural(items, 'entry', 'entries'),
  progress: (drawn, items) => `${counts.format(drawn)} of ${counts.format(items)} entries`,
  empty: 'Nothing was said yet.',
  formSent: 'Details sent',
  formClosed: 'No longer asked',
  searchHint:
    'The search of your browser sees only what is near. Search the whole conversation in its full transcript.',
  fact: (label, value) => `${label}: ${value}`,
}
