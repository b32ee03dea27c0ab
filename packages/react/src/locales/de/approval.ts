import type { ApprovalStrings } from '../../strings/approval.ts'
import { formatOf } from '../locale-format.ts'

const { number, money, plural, day, instant } = formatOf('de')

const types = {
  text: 'Text',
  number: 'eine Zahl',
  'whole-number': 'eine ganze Zahl',
  'yes-no': 'Ja oder Nein',
  list: 'eine Liste',
  group: 'eine Gruppe von Werten',
} as const
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const approval: ApprovalStrings = {
  region: (skill, ordinal) => (ordinal === 1 ? `Freigabe: ${skill}` : `Freigabe: ${skill} (${ordinal})`),
  question: (skill) => ['„', skill, '“ freigeben?'],
  exactly: 'Der Assistent will dies mit genau diesen Werten ausführen.',
  nothing: 'Dies läuft ohne Werte.',
  approve: 'Freigeben',
  reject: 'Ablehnen',
  decision: 'Ihre Entscheidung',
  retry: 'Erneut versuchen',
  holdOn: 'Freigeben geht erst, wenn die Karte einen Moment stillsteht.',
  showRaw: 'JSON im Original zeigen',
  hideRaw: 'JSON im Original verbergen',
  raw: 'JSON im Original',
  tooDeep: 'Diese Werte sind zu tief verschachtelt, um als JSON geschrieben zu werden.',
  parameters: 'Werte',
  showAll: (total) => `Alle ${plural(total, { one: '# Zeichen', other: '# Zeichen' })} zeigen`,
  showMoreText: (next, hidden) => `${number(next)} von ${number(hidden)} verborgenen Zeichen zeigen`,
  showLess: 'Weniger zeigen',
  showMoreRows: (next, hidden) =>
    next === hidden
      ? plural(hidden, { one: 'Den anderen # Wert zeigen', other: 'Die anderen # Werte zeigen' })
      : `${number(next)} von ${number(hidden)} verborgenen Werten zeigen`,
  partlyShown: (count) =>
    plural(count, {
      one: '# Wert ist nicht ganz zu sehen. Öffnen Sie ihn, bevor Sie entscheiden.',
      other: '# Werte sind nicht ganz zu sehen. Öffnen Sie sie, bevor Sie entscheiden.',
    }),
  entries: (count) => plural(count, { one: '# Eintrag', other: '# Einträge' }),
  members: (count) => plural(count, { one: '# Wert', other: '# Werte' }),
  entry: (position) => `Nr. ${position}`,
  level: (depth) => `Ebene ${depth}`,
  missing: 'Fehlt, obwohl die Fähigkeit es braucht',
  undescribed: 'Von der Fähigkeit nicht beschrieben',
  otherType: (expected, actual) => `${capital(types[actual])}; beschrieben ist: ${types[expected]}`,
  noChoice: 'Keine der Möglichkeiten, die die Fähigkeit beschreibt',
  rounded: 'Zu groß, um genau gezeigt zu werden',
  yesNo: (value) => (value ? 'Ja' : 'Nein'),
  number,
  money,
  date: (at, hasTime) => (hasTime ? instant(at) : day(at)),
  leadsTo: (host) => `Führt zu ${host}`,
  choice: (label) => ['Bedeutet „', label, '“'],
  hiddenSigns:
    'Zeichen, die unsichtbar sind oder mit anderen verwechselt werden können, stehen als ⟦U+…⟧ da, mit ihrer Unicode-Nummer.',
  edit: 'Werte ändern',
  editing: 'Werte ändern',
  editHint: 'Es läuft nichts, bevor Sie Ihre Änderungen angesehen und freigegeben haben.',
  review: 'Änderungen ansehen',
  cancelEdit: 'Zurück',
  loadingForm: 'Das Formular wird geladen …',
  changes: (count) => plural(count, { one: '# Wert geändert', other: '# Werte geändert' }),
  noChanges: 'Noch ist nichts geändert.',
  before: 'Vorher',
  after: 'Nachher',
  changedValue: 'Geändert',
  removed: 'Entfernt',
  added: 'Hinzugefügt',
  approveChanged: 'Mit Änderungen freigeben',
  editAgain: 'Nochmals ändern',
  reset: 'Zurück zu den ursprünglichen Werten',
  reason: 'Grund (freiwillig)',
  reasonDefault: 'Die Aktion wurde abgelehnt.',
  reasonWarning: 'Der Assistent liest den Grund und kann ihn im Gespräch zitieren.',
  reasonPresets: [
    'Die Werte stimmen nicht.',
    'Jetzt nicht.',
    'Das wird nicht mehr gebraucht.',
    'Ich mache es selbst.',
  ],
  presets: 'Vorschläge',
  confirmReject: 'Ablehnen',
  cancelReject: 'Zurück',
  expiresIn: (seconds) =>
    `Läuft in ${seconds > 90 ? `${number(Math.ceil(seconds / 60))} Min.` : `${number(seconds)} Sek.`} ab`,
  expiredNow: 'Abgelaufen',
  expiredHint: 'Die Zeit für eine Entscheidung ist um. Es ist nichts gelaufen.',
  queued: 'Ihre Entscheidung ist gespeichert und geht hinaus, sobald die Verbindung wieder da ist.',
  sending: (choice) =>
    choice === 'approved' ? 'Ihre Freigabe wird gesendet …' : 'Ihre Ablehnung wird gesendet …',
  sendUnknown:
    'Ihre Entscheidung ist vielleicht angekommen. Das wird geprüft, bevor sie erneut gesendet wird.',
  sent: (choice) => (choice === 'approved' ? 'Freigabe gesendet.' : 'Ablehnung gesendet.'),
  sendFailed: 'Ihre Entscheidung wurde nicht gesendet.',
  approvedByMe: 'Sie haben dies freigegeben.',
  approvedChanged: 'Sie haben dies mit Änderungen freigegeben.',
  approvedElsewhere: 'Anderswo freigegeben.',
  approved: 'Freigegeben.',
  rejectedByMe: 'Sie haben dies abgelehnt.',
  rejectedElsewhere: 'Anderswo abgelehnt.',
  rejected: 'Abgelehnt.',
  resolved: 'Wartet nicht mehr auf eine Antwort.',
  resolvedElsewhere: 'Anderswo beantwortet.',
  expired: 'Abgelaufen, bevor es beantwortet wurde. Es ist nichts gelaufen.',
  changed: 'Das ist nicht, was gelaufen wäre; darum ist nichts gelaufen. Der Assistent fragt unten neu.',
  running: 'Freigegeben. Läuft …',
  completed: 'Freigegeben und erledigt.',
  failed: 'Freigegeben, aber fehlgeschlagen.',
  unknown: 'Freigegeben. Wie es ausging, hat niemand gesagt.',
  tray: 'Offene Freigaben',
  waiting: (count) =>
    plural(count, { one: '# Freigabe wartet auf Sie', other: '# Freigaben warten auf Sie' }),
  position: (index, count, skill) => [`${number(index)} von ${number(count)}: `, skill],
  previous: 'Vorige Freigabe',
  next: 'Nächste Freigabe',
  trayKeys: 'Alt mit Pfeil nach oben oder unten führt von Freigabe zu Freigabe.',
  readSoFar: (seen, count) => `${number(seen)} von ${number(count)} ganz gesehen`,
  approveSeen: (count) => `${number(count)} gesehene freigeben …`,
  rejectSeen: (count) => `${number(count)} gesehene ablehnen …`,
  batchTitle: (choice, count) => {
    const what = plural(count, { one: 'Diese Anfrage', other: 'Diese # Anfragen' })
    return choice === 'approved' ? `${what} freigeben?` : `${what} ablehnen?`
  },
  batchHint: 'Nur die, deren Werte Sie ganz gesehen haben. Jede ist eine eigene Entscheidung.',
  batchConfirm: (choice, count) =>
    choice === 'approved' ? `${number(count)} freigeben` : `${number(count)} ablehnen`,
  batchProgress: (arrived, failed, count) =>
    failed === 0
      ? `${number(arrived)} von ${number(count)} Entscheidungen sind angekommen.`
      : `${number(arrived)} von ${number(count)} Entscheidungen sind angekommen, ${number(failed)} nicht.`,
  batchGone: 'Inzwischen beantwortet und darum ausgelassen.',
  moreValues: (count) => plural(count, { one: 'und # weiterer Wert', other: 'und # weitere Werte' }),
  moreCharacters: (count) =>
    plural(count, { one: '… und # weiteres Zeichen', other: '… und # weitere Zeichen' }),
  back: 'Zurück',
  close: 'Schließen',
  show: 'Zeigen',
}
