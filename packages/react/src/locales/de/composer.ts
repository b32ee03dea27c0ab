import type { AttachmentStrings } from '../../strings/attachment.ts'
import type { ComposerStrings } from '../../strings/composer.ts'
import { formatOf } from '../locale-format.ts'

const { plural, all, anyOf, bytes: size } = formatOf('de')

const running = 'Der Assistent arbeitet noch. Ihr Text bleibt erhalten, bis er fertig ist.'

const afterTurn = 'Geht hinaus, wenn der Assistent fertig ist.'
const afterAnswer = 'Geht hinaus, wenn Sie oben geantwortet haben und der Assistent fertig ist.'

export const composer: ComposerStrings = {
  label: 'Nachricht',
  placeholder: 'Nachricht an den Assistenten …',
  send: 'Senden',
  stop: 'Anhalten',
  stopHearing: 'Anhalten: nicht mehr zuhören',
  stopListening: 'Hört nur nicht mehr zu; der Lauf geht weiter.',
  cancels: 'Beendet den Lauf.',
  hint: 'Enter sendet, Umschalt und Enter beginnt eine neue Zeile',
  offline: 'Was Sie senden, wird gespeichert und geht hinaus, sobald Sie wieder online sind.',
  busy: {
    idle: null,
    failed: null,
    sending: 'Ihre letzte Nachricht ist unterwegs. Ihr Text bleibt so lange erhalten.',
    'ai-running': running,
    'skill-running': running,
    'awaiting-approval': 'Der Assistent wartet oben auf Ihre Freigabe. Ihr Text bleibt so lange erhalten.',
    'awaiting-connection': 'Der Assistent wartet oben auf Ihr Konto. Ihr Text bleibt so lange erhalten.',
    'awaiting-input': 'Der Ablauf wartet oben auf Ihre Angaben. Ihr Text bleibt so lange erhalten.',
  },
  queued: {
    idle: null,
    failed: null,
    sending: 'Geht nach Ihrer letzten Nachricht hinaus.',
    'ai-running': afterTurn,
    'skill-running': afterTurn,
    'awaiting-approval': afterAnswer,
    'awaiting-connection': afterAnswer,
    'awaiting-input': afterAnswer,
  },
  closed: 'Dieses Gespräch ist geschlossen. Beginnen Sie ein neues, um weiterzumachen.',
  suggestions: 'Vorschläge',
  charactersLeft: (count) => plural(count, { one: 'Noch # Zeichen', other: 'Noch # Zeichen' }),
  tooLong: (by) =>
    `${plural(by, { one: '# Zeichen', other: '# Zeichen' })} zu viel. Kürzen Sie den Text, um ihn zu senden.`,
  queue: 'Wartende Nachrichten',
  waiting: (count) => plural(count, { one: '# Nachricht wartet', other: '# Nachrichten warten' }),
  waitsAfterFailure: 'Etwas ist fehlgeschlagen. Senden Sie jetzt, was wartet, oder nehmen Sie es zurück.',
  edit: 'Ändern',
  editLabel: 'Wartende Nachricht',
  save: 'Speichern',
  cancel: 'Abbrechen',
  remove: 'Entfernen',
  sendNow: 'Jetzt senden',
}

const files = (count: number): string => plural(count, { one: '# Datei', other: '# Dateien' })

export const attachment: AttachmentStrings = {
  attach: 'Datei anhängen',
  list: 'Angehängte Dateien',
  sent: 'Dateien',
  file: 'Datei',
  size,
  remove: (name) => `${name} entfernen`,
  retry: (name) => `${name} erneut versuchen`,
  uploading: (name) => `${name} wird hochgeladen`,
  tooLarge: (file, limit) =>
    `„${file.name}“ ist zu groß: Sie hat ${size(file.size)}, und höchstens ${size(limit)} werden angenommen.`,
  refusedType: (name, accepted) =>
    `„${name}“ ist von einer Art, die hier nicht angenommen wird. Nehmen Sie ${anyOf(accepted)}.`,
  tooMany: (name, limit) =>
    `„${name}“ ist eine zu viel: Eine Nachricht nimmt ${files(limit)}. Entfernen Sie erst eine andere.`,
  empty: (name) => `„${name}“ ist leer.`,
  failed: 'Nicht hochgeladen.',
  lost: (names) =>
    `Die Seite wurde neu geladen, bevor ${all(names)} angekommen war. Hängen Sie es noch einmal an.`,
  status({ count, size: bytes, uploading, failed }) {
    if (count === 0) return ''
    const attached = `${files(count)} angehängt, ${size(bytes)}`
    if (failed > 0)
      return `${attached}; ${plural(failed, { one: '# wurde', other: '# wurden' })} nicht hochgeladen.`
    return uploading > 0
      ? `${attached}; ${plural(uploading, { one: '# wird', other: '# werden' })} hochgeladen.`
      : `${attached}.`
  },
  uploadFirst: (count) =>
    `Kann gesendet werden, wenn ${plural(count, { one: '# Datei', other: '# Dateien' })} hochgeladen ${count === 1 ? 'ist' : 'sind'}.`,
  mendFirst: (count) =>
    `Nicht hochgeladen: ${files(count)}. Versuchen Sie es erneut, oder entfernen Sie sie.`,
  textFirst: 'Schreiben Sie ein paar Worte zu der Datei.',
  drop: 'Dateien hier ablegen, um sie anzuhängen',
  dropLimit: (limit) => `Je bis ${size(limit)}`,
}
