import type { TranscriptStrings } from '../../strings/transcript.ts'
import { formatOf } from '../locale-format.ts'

const { number, plural } = formatOf('es')

export const transcript: TranscriptStrings = {
  title: 'Transcripción completa',
  hint: 'Toda la conversación en una página, para buscar, imprimir o copiar.',
  loading: 'Cargando…',
  copyText: 'Copiar como texto',
  copyMarkdown: 'Copiar como Markdown',
  copied: 'Copiado',
  print: 'Imprimir',
  close: 'Cerrar',
  count: (items) => plural(items, { one: '# entrada', other: '# entradas' }),
  progress: (drawn, items) => `${number(drawn)} de ${number(items)} entradas`,
  empty: 'Todavía no se ha dicho nada.',
  formSent: 'Datos enviados',
  formClosed: 'Ya no se pide',
  searchHint:
    'La búsqueda de su navegador solo ve lo que está cerca. Busque en toda la conversación con su transcripción.',
  fact: (label, value) => `${label}: ${value}`,
}
