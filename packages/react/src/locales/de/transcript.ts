import type { TranscriptStrings } from '../../strings/transcript.ts'
import { formatOf } from '../locale-format.ts'

const { number, plural } = formatOf('de')

export const transcript: TranscriptStrings = {
  title: 'Ganzes Protokoll',
  hint: 'Das ganze Gespräch auf einer Seite, zum Suchen, Drucken und Kopieren.',
  loading: 'Lädt …',
  copyText: 'Als Text kopieren',
  copyMarkdown: 'Als Markdown kopieren',
  copied: 'Kopiert',
  print: 'Drucken',
  close: 'Schließen',
  count: (items) => plural(items, { one: '# Eintrag', other: '# Einträge' }),
  progress: (drawn, items) => `${number(drawn)} von ${number(items)} Einträgen`,
  empty: 'Noch wurde nichts gesagt.',
  formSent: 'Angaben gesendet',
  formClosed: 'Nicht mehr gefragt',
  searchHint:
    'Die Suche Ihres Browsers sieht nur, was in der Nähe ist. Suchen Sie das ganze Gespräch in seinem Protokoll.',
  fact: (label, value) => `${label}: ${value}`,
}
