/** What leads to the transcript. What it says itself comes with it. */
export interface TranscriptWayStrings {
  /** On the button, and the dialog's name. */
  readonly title: string
  /** Why one may want it. */
  readonly hint: string
  readonly loading: string
  readonly close: string
  /** Below a thread that holds only a part of itself, when somebody searches the page. */
  readonly searchHint: string
}

export const englishTranscriptWay: TranscriptWayStrings = {
  title: 'Full transcript',
  hint: 'The whole conversation on one page, to search, print or copy.',
  loading: 'Loading…',
  close: 'Close',
  searchHint:
    'The search of your browser sees only what is near. Search the whole conversation in its full transcript.',
}
