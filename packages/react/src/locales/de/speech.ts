import type { AnnouncementStrings } from '../../strings/announcement.ts'
import type { MarkdownStrings } from '../../strings/markdown.ts'
import type { MessageStrings } from '../../strings/message.ts'
import { formatOf } from '../locale-format.ts'
import { skill as skillWords } from './cards.ts'

const { number, plural, few } = formatOf('de')

const withReason = (sentence: string, reason: string | null): string =>
  reason === null ? `${sentence}.` : `${sentence}: ${reason}`

export const announcement: AnnouncementStrings = {
  message: (agent, text) => `${agent}: ${text}`,
  messages: (count, agent) =>
    `${plural(count, { one: '# neue Nachricht', other: '# neue Nachrichten' })} von ${agent}.`,
  continues: '… Die Nachricht geht weiter.',
  codeBlock: (language, lines) =>
    `Codeblock, ${language === null ? '' : `${language}, `}${plural(lines, { one: '# Zeile', other: '# Zeilen' })}.`,
  table: (rows, columns) =>
    `Tabelle, ${plural(rows, { one: '# Zeile', other: '# Zeilen' })}, ${plural(columns, { one: '# Spalte', other: '# Spalten' })}.`,
  working: (agent) => `${agent} arbeitet.`,
  notSent: (problem) => withReason('Ihre Nachricht wurde nicht gesendet', problem),
  skillsRunning: (skills) => `Läuft: ${few(skills, skillWords.count(skills.length))}.`,
  skillsDone: (skills) => `Fertig: ${few(skills, skillWords.count(skills.length))}.`,
  skillFailed: (skill, error) => withReason(`${skill} ist fehlgeschlagen`, error),
  approval: (skill) => `Ihre Freigabe ist nötig für ${skill}.`,
  answeredElsewhere: (skill) => `${skill} wurde anderswo beantwortet.`,
  expired: (skill) => `Die Zeit für eine Antwort zu ${skill} ist um.`,
  connection: (service) =>
    service ? `Ihr Konto bei ${service} wird gebraucht.` : 'Eines Ihrer Konten wird gebraucht.',
  connected: (service) => (service ? `${service} ist verbunden.` : 'Das Konto ist verbunden.'),
  connectionFailed: (service) =>
    service ? `${service} konnte nicht verbunden werden.` : 'Das Konto konnte nicht verbunden werden.',
  form: (message) => `Angaben werden gebraucht: ${message}`,
  needs: (count) => plural(count, { one: '# Karte braucht Sie.', other: '# Karten brauchen Sie.' }),
  failures: (count) =>
    plural(count, { one: '# Sache ist fehlgeschlagen.', other: '# Sachen sind fehlgeschlagen.' }),
  step: ({ workflow, step, steps, message }) =>
    `${workflow || 'Ablauf'}, Schritt ${number(step)} von ${number(steps)}: ${message}`,
  halted: ({ workflow, step, error }) => {
    const name = workflow || 'Der Ablauf'
    return withReason(
      step === null ? `${name} hat angehalten` : `${name} hat bei „${step}“ angehalten`,
      error,
    )
  },
  completed: (workflow) => `${workflow || 'Der Ablauf'} ist abgeschlossen.`,
  cancelled: (workflow) => `${workflow || 'Der Ablauf'} wurde abgebrochen.`,
  ended: (workflow) => `${workflow || 'Der Ablauf'} ist vorbei.`,
  background: ({ workflow, message }) => `${workflow || 'Ablauf'}, im Hintergrund: ${message}`,
  backgroundFailed: ({ workflow, step, error }) =>
    withReason(`„${step}“ ist im Hintergrund von ${workflow || 'einem Ablauf'} fehlgeschlagen`, error),
  scripted: 'Dies ist eine Antwort nach Skript.',
  links: {
    live: 'Wieder verbunden.',
    recovering: 'Verbindung verloren. Verbindet neu.',
    offline: 'Sie sind offline.',
  },
  stopped: 'Sie hören nicht mehr zu. Der Lauf selbst kann weitergehen.',
}

export const message: MessageStrings = {
  you: 'Sie',
  assistant: 'Assistent',
  label: (writer, time) => (time === null ? writer : `${writer}, ${time}`),
  queued: 'Wartet auf das Senden',
  sending: 'Wird gesendet …',
  unknown: 'Sie ist vielleicht angekommen. Das wird geprüft, bevor sie erneut gesendet wird.',
  failed: 'Nicht gesendet.',
  retry: 'Erneut versuchen',
  copy: 'Nachricht kopieren',
  copied: 'Kopiert',
  good: 'Gute Antwort',
  bad: 'Schlechte Antwort',
  whatWasWrong: 'Was war falsch? (freiwillig)',
  sendFeedback: 'Rückmeldung senden',
  thanks: 'Danke für die Rückmeldung.',
  feedbackFailed: (reason) => `Ihre Rückmeldung wurde nicht gesendet. ${reason}`,
  discard: 'Verwerfen',
  eventsExpired: 'Was Fähigkeiten vor dieser Stelle taten, wird nicht mehr aufbewahrt.',
  conversationClosed: 'Dieses Gespräch ist geschlossen.',
  scripted: 'Nach Skript',
  scriptedHint: 'Das Skriptmodell hat dies beurteilt. Kein echtes Modell wurde gefragt.',
  offers: 'Vorgeschlagene Antworten und Links',
  sends: (text) => `Sendet „${text}“`,
  moreOffers: (count) => `${number(count)} weitere zeigen`,
  fewerOffers: 'Weniger zeigen',
  unsafeLink: 'Dieser Link lässt sich nicht sicher öffnen.',
}

export const markdown: MarkdownStrings = {
  copy: 'Kopieren',
  copied: 'Kopiert',
  code: 'Code',
  codeIn: (language) => (language === null ? 'Code' : `Code in ${language}`),
  table: 'Tabelle',
  image: 'Bild',
  imageNamed: (alternative) => `Bild: ${alternative}`,
  loadImage: (host) => `Bild von ${host} laden`,
  imageBlocked: (host) => `nicht geladen von ${host}`,
  imageFailed: (host) => `konnte hier nicht von ${host} geladen werden`,
  openImage: 'Das Bild öffnen',
  opens: (host) => `Öffnet ${host} in einem neuen Tab`,
  writesTo: (address) => `Schreibt an ${address}`,
  formula: 'Formel',
  formulaFailed: 'konnte nicht als Formel gezeichnet werden',
  diagram: 'Diagramm',
  diagramNamed: (title) => (title === '' ? 'Diagramm' : `Diagramm: ${title}`),
  diagramDrawing: 'Das Diagramm wird gezeichnet …',
  diagramFailed: 'Dieses Diagramm konnte nicht gezeichnet werden. Seine Quelle:',
  showSource: 'Quelle zeigen',
  hideSource: 'Quelle verbergen',
  taskDone: 'Erledigt:',
  taskOpen: 'Zu tun:',
  notes: 'Fußnoten',
  note: (count) => `Fußnote ${number(count)}`,
  backToText: (count, place) =>
    place === 1
      ? `Zurück zum Verweis ${number(count)}`
      : `Zurück zum Verweis ${number(count)}, Stelle ${number(place)}`,
  broken: 'Diese Nachricht konnte nicht gezeichnet werden. Ihr Text:',
}
