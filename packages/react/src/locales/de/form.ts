import type { FormStrings } from '../../strings/form.ts'
import { limitsOf, problemOf, type FormWords } from '../form-sentences.ts'
import { formatOf } from '../locale-format.ts'

const format = formatOf('de')
const { number, plural, all, fileTypes, bytes, moment } = format

const characters = (count: number): string => plural(count, { one: '# Zeichen', other: '# Zeichen' })

const words: FormWords = {
  range: (min, max) => `Von ${min} bis ${max}.`,
  from: (min) => `Ab ${min}.`,
  upTo: (max) => `Bis ${max}.`,
  moreThan: (limit) => `Mehr als ${limit}.`,
  lessThan: (limit) => `Weniger als ${limit}.`,
  wholeNumber: 'Eine ganze Zahl.',
  multipleOf: (step) => `Ein Vielfaches von ${step}.`,
  charactersExactly: (count) => `${characters(count)}.`,
  charactersBetween: (min, max) => `${number(min)} bis ${characters(max)}.`,
  charactersAtLeast: (count) => `Mindestens ${characters(count)}.`,
  charactersAtMost: (count) => `Höchstens ${characters(count)}.`,
  exactly: (count) => `Genau ${count}.`,
  atLeast: (count) => `Mindestens ${count}.`,
  atMost: (count) => `Höchstens ${count}.`,
  problems: {
    required: 'Bitte ausfüllen.',
    email: 'Geben Sie eine vollständige E-Mail-Adresse ein, etwa name@example.com.',
    url: 'Geben Sie eine vollständige Webadresse ein, etwa https://example.com.',
    phone: 'Geben Sie eine Telefonnummer ein, etwa +49 30 1234567.',
    number: 'Geben Sie eine Zahl ein.',
    whole: 'Geben Sie eine ganze Zahl ein.',
    date: 'Geben Sie ein volles Datum oder eine volle Uhrzeit ein.',
    option: 'Wählen Sie eine der Möglichkeiten.',
    consent: 'Dies braucht Ihre Zustimmung, bevor es gesendet werden kann.',
    json: 'Geben Sie gültiges JSON ein, Texte in doppelten Anführungszeichen.',
    upload: 'Warten Sie, bis die Datei da ist, oder entfernen Sie sie.',
  },
  enterMultipleOf: (step) => `Geben Sie ein Vielfaches von ${step} ein.`,
  enterMoreThan: (limit) => `Geben Sie mehr als ${limit} ein.`,
  enterLessThan: (limit) => `Geben Sie weniger als ${limit} ein.`,
  enterAtLeast: (limit) => `Geben Sie ${limit} oder mehr ein.`,
  enterAtMost: (limit) => `Geben Sie ${limit} oder weniger ein.`,
  enterNotBefore: (at) => `Geben Sie ${at} oder später ein.`,
  enterNotAfter: (at) => `Geben Sie ${at} oder früher ein.`,
  entriesAtLeast: (count) =>
    plural(count, {
      one: 'Geben Sie mindestens # Eintrag an.',
      other: 'Geben Sie mindestens # Einträge an.',
    }),
  entriesAtMost: (count) =>
    plural(count, { one: 'Geben Sie höchstens # Eintrag an.', other: 'Geben Sie höchstens # Einträge an.' }),
  useAtLeast: (count) => `Verwenden Sie mindestens ${characters(count)}.`,
  useAtMost: (count) => `Verwenden Sie höchstens ${characters(count)}.`,
  repeated: (entry) => `„${entry}“ steht zweimal da. Geben Sie es einmal an.`,
  formats: {
    uuid: 'Geben Sie eine UUID ein, etwa 3f2b8c1e-5a4d-4e6f-9b7a-0c1d2e3f4a5b.',
    ipv4: 'Geben Sie eine IPv4-Adresse ein, etwa 192.0.2.7.',
    ipv6: 'Geben Sie eine IPv6-Adresse ein, etwa 2001:db8::7.',
    hostname: 'Geben Sie einen Hostnamen ein, etwa example.com.',
    duration: 'Geben Sie eine Dauer ein, etwa P3D oder PT20M.',
  },
  otherFormat: (name) => `Geben Sie einen Text der Form „${name}“ ein.`,
}

export const form: FormStrings = {
  untitled: 'Angaben',
  send: 'Angaben senden',
  decline: 'Ablehnen',
  cancel: 'Abbrechen',
  sending: 'Ihre Angaben werden gesendet …',
  queued: 'Ihre Angaben sind gespeichert und gehen hinaus, sobald die Verbindung wieder da ist.',
  sendAgain: 'Erneut senden',
  sendUnknown: 'Ihre Angaben sind vielleicht angekommen. Das wird geprüft, bevor sie erneut gesendet werden.',
  sendFailed: 'Ihre Angaben wurden nicht gesendet.',
  draftKept({ hasSecrets, hasFiles }) {
    if (hasSecrets && hasFiles) return 'Entwurf auf diesem Gerät gespeichert, ohne Geheimnisse und Dateien'
    if (hasSecrets) return 'Entwurf auf diesem Gerät gespeichert, ohne Geheimnisse'
    return hasFiles
      ? 'Entwurf auf diesem Gerät gespeichert, ohne Dateien'
      : 'Entwurf auf diesem Gerät gespeichert'
  },
  optional: 'freiwillig',
  choose: 'Auswählen …',
  clear: 'Leeren',
  noMatch: 'Nichts passt.',
  matches: (count) => plural(count, { one: '# Möglichkeit', other: '# Möglichkeiten' }),
  moreMatches: (count) =>
    plural(count, {
      one: '# weitere Möglichkeit: tippen Sie, um die Liste einzugrenzen',
      other: '# weitere Möglichkeiten: tippen Sie, um die Liste einzugrenzen',
    }),
  removeChoice: (label) => `${label} entfernen`,
  chosenCount: (count) => `${number(count)} gewählt`,
  unknownType: (type) => `Für „${type}“ gibt es hier kein eigenes Feld; es nimmt einfachen Text.`,
  json: 'Hier gehört JSON hinein.',
  lines: 'Eines in jede Zeile.',
  limits: limitsOf(words, format),
  charactersLeft: (count) => (count < 0 ? `${characters(-count)} zu viel` : `Noch ${characters(count)}`),
  stars: (value, most) => `${number(value)} von ${number(most)}`,
  show: 'Zeigen',
  hide: 'Verbergen',
  fileAsText:
    'Dateien können von hier nicht gesendet werden. Beschreiben Sie die Datei oder fügen Sie einen Link ein.',
  pickFile: (isMultiple) =>
    isMultiple ? 'Dateien auswählen oder hier ablegen' : 'Datei auswählen oder hier ablegen',
  fileLimits(accept, maxBytes) {
    if (accept !== null && maxBytes !== null) return `${fileTypes(accept)}, bis ${bytes(maxBytes)}`
    if (accept !== null) return fileTypes(accept)
    return maxBytes === null ? '' : `Bis ${bytes(maxBytes)}`
  },
  fileSize: bytes,
  uploading: (name) => `${name} wird hochgeladen …`,
  uploaded: (name) => `${name} ist hochgeladen.`,
  uploadFailed: 'Das Hochladen ist fehlgeschlagen.',
  tooLarge: (maxBytes) => `Größer als ${bytes(maxBytes)}.`,
  wrongType: (accept) => `Nicht vom Typ ${fileTypes(accept)}.`,
  retryFile: (name) => `${name} erneut hochladen`,
  removeFile: (name) => `${name} entfernen`,
  files: (count) => plural(count, { one: '# Datei', other: '# Dateien' }),
  askedToo: (labels) => `Jetzt auch gefragt: ${all(labels)}.`,
  notAsked: (labels) => `Nicht mehr gefragt: ${all(labels)}.`,
  chosen: 'Ja',
  notChosen: 'Nein',
  empty: 'Leer gelassen',
  secret: 'Gesendet, hier nicht aufbewahrt',
  moment,
  number,
  list: (entries) => entries.join(', '),
  summary: (count) =>
    plural(count, { one: '# Feld braucht noch einen Blick', other: '# Felder brauchen noch einen Blick' }),
  definition: (count) =>
    plural(count, {
      one: 'Ein Teil dieses Formulars kann nicht gezeigt werden',
      other: '# Teile dieses Formulars können nicht gezeigt werden',
    }),
  nothingToFill: 'Es gibt nichts auszufüllen; darum kann nichts gesendet werden.',
  submitted: 'Sie haben diese Angaben gesendet.',
  answeredElsewhere: 'Anderswo beantwortet.',
  declined: 'Sie wollten diese Angaben nicht machen.',
  cancelled: 'Sie haben dies ohne Antwort geschlossen.',
  closed: 'Diese Angaben werden nicht mehr gebraucht.',
  closedWhileTyping: 'Was Sie getippt hatten, wurde nicht gesendet.',
  position: (name, step, steps) => `${name}, Schritt ${number(step)} von ${number(steps)}`,
  pattern: 'Schreiben Sie es so, wie es verlangt ist.',
  patternLike: (example) => `Schreiben Sie es so, wie es verlangt ist, etwa ${example}.`,
  problem: problemOf(words, format),
  loading: 'Das Formular wird geladen …',
}
