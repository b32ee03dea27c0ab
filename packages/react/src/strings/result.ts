export interface ResultStrings {
  readonly loading: string
  failed(reason: string): string
  readonly retry: string
  readonly nothing: string
  label(skill: string): string
  readonly chart: string
  readonly table: string
  readonly view: string
  rows(shown: number, all: number): string
  showMore(rows: number): string
  readonly copyCsv: string
  readonly copied: string
  readonly empty: string
  readonly yes: string
  readonly no: string
  number(value: number): string
}

const whole = new Intl.NumberFormat('en')
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 20 })

export const englishResult: ResultStrings = {
  loading: 'Fetching the result…',
  failed: (reason) => `The result could not be fetched. ${reason}`,
  retry: 'Try again',
  nothing: 'It gave no result.',
  label: (skill) => `Result of ${skill}`,
  chart: 'Chart',
  table: 'Table',
  view: 'View',
  rows: (shown, all) => `${whole.format(shown)} of ${whole.format(all)} rows`,
  showMore: (rows) => `Show ${whole.format(rows)} more`,
  copyCsv: 'Copy as CSV',
  copied: 'Copied',
  empty: 'no value',
  yes: 'Yes',
  no: 'No',
  number: (value) => number.format(value),
}
