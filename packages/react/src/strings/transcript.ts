import { plural } from './plural.ts'
import { englishTranscriptWay, type TranscriptWayStrings } from './transcript-way.ts'

export interface TranscriptStrings extends TranscriptWayStrings {
  readonly copyText: string
  readonly copyMarkdown: string
  readonly copied: string
  readonly print: string
  count(items: number): string
  /** While `drawn` of `items` are on the page. */
  progress(drawn: number, items: number): string
  readonly empty: string
  readonly formSent: string
  readonly formClosed: string
  /** `label` and `value` of one line in the text that is copied. */
  fact(label: string, value: string): string
}

const counts = new Intl.NumberFormat('en')

export const englishTranscript: TranscriptStrings = {
  ...englishTranscriptWay,
  copyText: 'Copy as text',
  copyMarkdown: 'Copy as Markdown',
  copied: 'Copied',
  print: 'Print',
  count: (items) => plural(items, 'entry', 'entries'),
  progress: (drawn, items) => `${counts.format(drawn)} of ${counts.format(items)} entries`,
  empty: 'Nothing was said yet.',
  formSent: 'Details sent',
  formClosed: 'No longer asked',
  fact: (label, value) => `${label}: ${value}`,
}
