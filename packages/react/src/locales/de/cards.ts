import type { ConnectionStrings } from '../../strings/connection.ts'
import type { RendererStrings } from '../../strings/renderer.ts'
import type { ResultStrings } from '../../strings/result.ts'
import type { SkillStrings } from '../../strings/skill.ts'
import type { WorkflowStrings } from '../../strings/workflow.ts'
import { formatOf } from '../locale-format.ts'

const { number, plural } = formatOf('de')

export const connection: ConnectionStrings = {
  region: (service) => `Verbindung: ${service}`,
  title: (service) =>
    service === null ? 'Verbinden Sie Ihr Konto' : `Verbinden Sie Ihr Konto bei ${service}`,
  account: (service) => (service === null ? 'Konto' : `Konto bei ${service}`),
  anyService: 'Dienst',
  why: 'Einmal nötig, damit der Assistent für Sie handeln kann.',
  connect: 'Mit Ihrem Konto verbinden',
  renew: 'Neuen Link holen',
  tryAgain: 'Erneut versuchen',
  skip: 'Überspringen',
  opens: (host) => `öffnet ${host}`,
  opening: 'Ein neuer Link ist unterwegs zu dem Fenster, das sich geöffnet hat …',
  opened: 'Machen Sie in dem Fenster weiter, das sich geöffnet hat. Diese Karte merkt, wenn Sie fertig sind.',
  returned: 'Fertig? Wir sehen nach.',
  openYourself: 'Kein Fenster? Hier öffnen.',
  blocked:
    'Ihr Browser hat kein Fenster zugelassen. Folgen Sie stattdessen diesem Link; die Karte geht von selbst weiter.',
  openPage: (host) => `${host} öffnen`,
  copyLink: 'Link kopieren',
  copied: 'Kopiert',
  copyFailed: 'Nicht kopiert: Der Browser erlaubt es hier nicht.',
  expiresIn: (span) => `Der Link gilt höchstens noch ${span}.`,
  expired: 'Dieser Link ist abgelaufen.',
  expiredWhileOpen:
    'Der Link ist abgelaufen, während sein Fenster offen war. Wenn Sie dort fertig wurden, merkt es die Karte; sonst holen Sie einen neuen Link.',
  again: 'Hier ist ein neuer Link. Das Fenster von vorhin geht vielleicht nicht mehr.',
  noLink: 'Noch gibt es keinen Link.',
  renewing: 'Ein neuer Link wird geholt …',
  renewFailed: 'Es kam kein neuer Link. Versuchen Sie es gleich noch einmal.',
  renewSame: 'Einen neueren Link als diesen gibt es nicht.',
  notSecure: (host) => `Nicht geöffnet: Der Link zu ${host} ist nicht verschlüsselt (https).`,
  notAllowed: (host) =>
    `Nicht geöffnet: ${host} steht nicht auf der Liste der Anmeldeseiten, denen diese App vertraut.`,
  notAnAddress: 'Nicht geöffnet: Der Link ist keine Webadresse.',
  authorized: (service) => `${service} ist verbunden.`,
  authorizedWaiting: 'Der Assistent macht gleich weiter.',
  failed: 'Das Konto wurde nicht verbunden.',
  skipped: 'Sie haben dies übersprungen.',
  closed: 'Das Gespräch ging ohne dies weiter.',
  skipQuestion: 'Ohne das Konto weitermachen? Was Sie im Fenster begonnen haben, wird dann nicht verwendet.',
  keepWaiting: 'Weiter warten',
  skipping: 'Wird übersprungen …',
  skipUnknown: 'Das Überspringen ist vielleicht angekommen. Das wird geprüft, bevor es erneut gesendet wird.',
  skipFailed: 'Das Überspringen wurde nicht gesendet.',
}

export const skill: SkillStrings = {
  running: 'Läuft',
  completed: 'Fertig',
  failed: 'Fehlgeschlagen',
  unknown: 'Ausgang unbekannt',
  unknownNote: 'Der Durchgang ist zu Ende, und niemand hat gesagt, wie dies ausging.',
  retry: 'Erneut versuchen',
  label: (name) => `Fähigkeit: ${name}`,
  skillId: 'Kennung der Fähigkeit',
  count: (skills) => plural(skills, { one: '# Fähigkeit', other: '# Fähigkeiten' }),
  progress: ({ done, running, failed, unknown }) =>
    [
      done > 0 ? `${number(done)} fertig` : '',
      failed > 0 ? `${number(failed)} fehlgeschlagen` : '',
      unknown > 0 ? `${number(unknown)} unbekannt` : '',
      running > 0 ? plural(running, { one: '# läuft', other: '# laufen' }) : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
}

export const result: ResultStrings = {
  loading: 'Das Ergebnis wird geholt …',
  failed: (reason) => `Das Ergebnis konnte nicht geholt werden. ${reason}`,
  retry: 'Erneut versuchen',
  nothing: 'Es gab kein Ergebnis.',
  label: (name) => `Ergebnis von ${name}`,
  chart: 'Diagramm',
  table: 'Tabelle',
  view: 'Ansicht',
  rows: (shown, count) => `${number(shown)} von ${plural(count, { one: '# Zeile', other: '# Zeilen' })}`,
  showMore: (rows) => `${number(rows)} weitere zeigen`,
  copyCsv: 'Als CSV kopieren',
  copied: 'Kopiert',
  empty: 'kein Wert',
  yes: 'Ja',
  no: 'Nein',
  number,
}

export const workflow: WorkflowStrings = {
  region: (name) => `Ablauf: ${name}`,
  unnamed: 'Ablauf',
  progressLabel: (name) => `Fortschritt von ${name}`,
  progress: (done, total) => `${number(done)} von ${number(total)}`,
  position: (step, steps, message) => `Schritt ${number(step)} von ${number(steps)}: ${message}`,
  steps: {
    pending: 'Nicht begonnen',
    running: 'Läuft',
    'awaiting-input': 'Wartet auf Ihre Angaben',
    completed: 'Fertig',
    failed: 'Fehlgeschlagen',
    cancelled: 'Abgebrochen',
    unknown: 'Ausgang unbekannt',
  },
  statuses: {
    running: 'Läuft',
    'awaiting-input': 'Wartet auf Sie',
    completed: 'Abgeschlossen',
    halted: 'Angehalten',
    cancelled: 'Abgebrochen',
    ended: 'Vorbei',
  },
  attempts: (count) => `${number(count)}. Versuch`,
  stepsLabel: 'Schritte',
  noSteps: 'Noch hat kein Schritt begonnen.',
  retry: 'Erneut versuchen',
  retrying: 'Neuer Versuch …',
  retryFailed: 'Der neue Versuch wurde nicht gesendet.',
  halted: 'Dies hielt beim fehlgeschlagenen Schritt an. Danach ist nichts gelaufen.',
  haltedWhole: 'Dies hat angehalten, bevor es fertig war. Mehr davon ist nicht gelaufen.',
  haltedNoWay: 'Ein neuer Versuch ist hier nicht möglich.',
  escalate: 'Einen Menschen um Hilfe bitten',
  ended: 'Dies ist vorbei. Wie der letzte Schritt ausging, hat niemand gesagt.',
  cancelled: 'Dies wurde abgebrochen. Davon läuft nichts mehr.',
  background: 'Im Hintergrund',
  backgroundOf: (step) => (step === '' ? 'Im Hintergrund' : `Im Hintergrund, seit „${step}“`),
  inBackground: (count) => `${number(count)} im Hintergrund`,
  backgroundFailed: 'Nur dieser Teil hat angehalten. Der Rest geht weiter.',
}

export const renderer: RendererStrings = {
  broken: 'Die eigene Karte der Seite konnte nicht gezeigt werden. Dies ist die übliche.',
  brokenField: 'Das eigene Feld der Seite konnte nicht gezeigt werden. Dies ist das übliche.',
}
