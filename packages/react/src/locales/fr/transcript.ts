import type { TranscriptStrings } from '../../strings/transcript.ts'
import { formatOf } from '../locale-format.ts'

const { number, plural } = formatOf('fr')

export const transcript: TranscriptStrings = {
  title: 'Transcription complète',
  hint: 'Toute la conversation sur une page, pour chercher, imprimer ou copier.',
  loading: 'Chargement…',
  copyText: 'Copier comme texte',
  copyMarkdown: 'Copier en Markdown',
  copied: 'Copié',
  print: 'Imprimer',
  close: 'Fermer',
  count: (items) => plural(items, { one: '# entrée', other: '# entrées' }),
  progress: (drawn, items) => `${number(drawn)} sur ${number(items)} entrées`,
  empty: 'Rien n’a encore été dit.',
  formSent: 'Informations envoyées',
  formClosed: 'N’est plus demandé',
  searchHint:
    'La recherche de votre navigateur ne voit que ce qui est proche. Cherchez dans toute la conversation avec sa transcription.',
  fact: (label, value) => `${label} : ${value}`,
}
