import type { ConversationListStrings } from '../../strings/conversation-list.ts'
import type { InspectorStrings } from '../../strings/inspector.ts'
import type { KeysStrings } from '../../strings/keys.ts'
import type { LauncherStrings } from '../../strings/launcher.ts'
import type { StatusStrings } from '../../strings/status.ts'
import type { ThreadStrings } from '../../strings/thread.ts'
import { formatOf } from '../locale-format.ts'

const { number, plural } = formatOf('de')
const day = new Intl.DateTimeFormat('de', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

export const status: StatusStrings = {
  label: 'Stand des Gesprächs',
  phases: {
    idle: 'Bereit',
    sending: 'Sendet',
    'ai-running': 'Denkt nach',
    'skill-running': 'Führt eine Fähigkeit aus',
    'awaiting-approval': 'Wartet auf Ihre Freigabe',
    'awaiting-connection': 'Wartet auf Ihr Konto',
    'awaiting-input': 'Wartet auf Ihre Angaben',
    failed: 'Fehlgeschlagen',
  },
  links: { live: 'Verbunden', recovering: 'Verbindet neu', offline: 'Offline' },
  typing: 'Der Assistent arbeitet',
}

export const thread: ThreadStrings = {
  label: 'Gespräch',
  today: 'Heute',
  yesterday: 'Gestern',
  day: (at) => day.format(at),
  jump: 'Zum Neuesten',
  newItems: (count) => `${number(count)} neu`,
  unread: 'Neu',
  older: 'Ältere laden',
  olderLoading: 'Lädt …',
  olderFailed: 'Das Ältere konnte nicht geladen werden.',
  emptyTitle: 'Was kann ich für Sie tun?',
  emptyText: 'Stellen Sie eine Frage oder beschreiben Sie, was geschehen soll. Sie sehen jeden Schritt.',
  loading: 'Das Gespräch wird geladen …',
  loadingCard: 'Lädt …',
  failed: 'Das Gespräch konnte nicht geladen werden.',
  closed: 'Dieses Gespräch ist geschlossen. Vielleicht wurde es anderswo gelöscht.',
  retry: 'Erneut versuchen',
  recovering: 'Verbindung verloren. Was Sie sehen, bleibt erhalten.',
  recoveringNow: 'Verbindet neu …',
  retryIn: (seconds) => `Nächster Versuch in ${number(seconds)} s.`,
  offline: 'Sie sind offline. Was Sie sehen, bleibt erhalten, und was Sie senden, wartet.',
  stopped: 'Sie hören nicht mehr zu. Der Lauf selbst kann weitergehen.',
  listenAgain: 'Wieder zuhören',
  waiting: (count) => plural(count, { one: '# Karte wartet auf Sie', other: '# Karten warten auf Sie' }),
  showWaiting: 'Zeigen',
  requestId: (id) => `Anfrage ${id}`,
}

export const conversationList: ConversationListStrings = {
  label: 'Gespräche',
  create: 'Neues Gespräch',
  untitled: 'Ohne Titel',
  today: 'Heute',
  yesterday: 'Gestern',
  week: 'Letzte 7 Tage',
  older: 'Älter',
  running: 'Läuft',
  needsYou: 'Braucht Sie',
  failedRun: 'Fehlgeschlagen',
  loading: 'Gespräche werden geladen …',
  empty: 'Noch keine Gespräche. Ihr erstes erscheint hier.',
  failed: 'Die Gespräche konnten nicht geladen werden.',
  retry: 'Erneut versuchen',
  delete: 'Löschen',
  deleteForGood: 'Endgültig löschen',
  confirmDelete: (title) => `Das Gespräch „${title}“ löschen?`,
  forGood:
    'Seine Nachrichten und sein Verlauf gehen endgültig verloren. Das lässt sich nicht rückgängig machen.',
  keep: 'Behalten',
  deleteFailed: (reason) => `Es wurde nicht gelöscht. ${reason}`,
  showOlder: 'Ältere Gespräche zeigen',
  count: (count) => plural(count, { one: '# Gespräch', other: '# Gespräche' }),
}

export const inspector: InspectorStrings = {
  label: 'Ereignisse',
  empty: 'Noch ist nichts über die Leitung gekommen.',
  kinds: {
    event: 'Ereignis',
    ping: 'Lebenszeichen',
    ignored: 'Ignoriert',
    malformed: 'Fehlerhaft',
    interrupted: 'Unterbrochen',
    request: 'Anfrage',
    problem: 'Problem',
  },
  link: (transport, link) => `${transport}, ${link}`,
  bytes: (count) => plural(count, { one: '# Byte', other: '# Byte' }),
  malformed: 'konnte nicht gelesen werden',
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: 'Pfeil hoch',
  ArrowDown: 'Pfeil runter',
  ArrowLeft: 'Pfeil links',
  ArrowRight: 'Pfeil rechts',
  Escape: 'Esc',
  PageUp: 'Bild hoch',
  PageDown: 'Bild runter',
  Home: 'Pos1',
  End: 'Ende',
}

export const keys: KeysStrings = {
  title: 'Tastenkürzel',
  close: 'Schließen',
  groups: {
    anywhere: 'Überall im Chat',
    thread: 'Im Gespräch',
    composer: 'Im Nachrichtenfeld',
    page: 'Auf dieser Seite',
  },
  commands: {
    showKeys: 'Diese Kürzel zeigen',
    nextRegion: 'Zum nächsten Teil der Seite',
    previousRegion: 'Zum vorigen Teil der Seite',
    nextWaiting: 'Zur nächsten Karte, die Sie braucht',
    toLatest: 'Zur neuesten Nachricht',
    toComposer: 'Zum Nachrichtenfeld',
    previousItem: 'Vorige Nachricht oder Karte',
    nextItem: 'Nächste Nachricht oder Karte',
    previousPage: 'Eine Seite nach oben',
    nextPage: 'Eine Seite nach unten',
    firstItem: 'Erste Nachricht',
    lastItem: 'Letzte Nachricht',
    leave: 'Zurück zur Karte, dann zum Nachrichtenfeld',
  },
  send: 'Die Nachricht senden',
  breakLine: 'Eine neue Zeile beginnen',
  characters: 'Kürzel mit Buchstaben und Zeichen verwenden',
  charactersHint:
    'Schalten Sie sie aus, wenn Sie diktieren oder aus Versehen Tasten drücken. Die anderen Tasten bleiben.',
  modifiers: {
    apple: { Control: 'Control', Alt: 'Option', Shift: 'Umschalt', Meta: 'Befehl' },
    other: { Control: 'Strg', Alt: 'Alt', Shift: 'Umschalt', Meta: 'Windows' },
  },
  keyName: (key) => keyNames[key] ?? key,
  nothingWaits: 'Nichts wartet auf Sie.',
  chat: (title) => (title === null ? 'Chat' : `Chat: ${title}`),
  header: 'Kopf des Chats',
  composer: 'Eine Nachricht schreiben',
}

const news: LauncherStrings['news'] = ({ unread, waiting }) =>
  [
    unread > 0 ? plural(unread, { one: '# neue Nachricht', other: '# neue Nachrichten' }) : '',
    waiting > 0 ? thread.waiting(waiting) : '',
  ]
    .filter((part) => part !== '')
    .join(', ')

export const launcher: LauncherStrings = {
  panel: 'Chat',
  news,
  open: (now) => {
    const words = news(now)
    return words === '' ? 'Den Chat öffnen' : `Den Chat öffnen: ${words}`
  },
  close: 'Den Chat schließen',
  loading: 'Der Chat wird geladen …',
  failed: 'Der Chat konnte nicht geladen werden. Neuer Versuch …',
}
