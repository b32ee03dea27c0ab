import type { ConversationListStrings } from '../../strings/conversation-list.ts'
import type { InspectorStrings } from '../../strings/inspector.ts'
import type { KeysStrings } from '../../strings/keys.ts'
import type { LauncherStrings } from '../../strings/launcher.ts'
import type { StatusStrings } from '../../strings/status.ts'
import type { ThreadStrings } from '../../strings/thread.ts'
import { formatOf } from '../locale-format.ts'

const { number, plural } = formatOf('fr')
const day = new Intl.DateTimeFormat('fr', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

export const status: StatusStrings = {
  label: 'État de la conversation',
  phases: {
    idle: 'Prêt',
    sending: 'Envoi',
    'ai-running': 'Réflexion',
    'skill-running': 'Exécute une compétence',
    'awaiting-approval': 'Attend votre approbation',
    'awaiting-connection': 'Attend votre compte',
    'awaiting-input': 'Attend vos informations',
    failed: 'Échec',
  },
  links: { live: 'En direct', recovering: 'Reconnexion', offline: 'Hors ligne' },
  typing: 'L’assistant travaille',
}

export const thread: ThreadStrings = {
  label: 'Conversation',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  day: (at) => day.format(at),
  jump: 'Aller au plus récent',
  newItems: (count) => plural(count, { one: '# nouveau', other: '# nouveaux' }),
  unread: 'Nouveau',
  older: 'Charger les plus anciens',
  olderLoading: 'Chargement…',
  olderFailed: 'Les plus anciens n’ont pas pu être chargés.',
  emptyTitle: 'Que puis-je faire pour vous ?',
  emptyText: 'Posez une question ou décrivez ce qui doit se passer. Vous verrez chaque étape.',
  loading: 'Chargement de la conversation…',
  loadingCard: 'Chargement…',
  failed: 'La conversation n’a pas pu être chargée.',
  closed: 'Cette conversation est fermée. Elle a peut-être été supprimée ailleurs.',
  retry: 'Réessayer',
  recovering: 'Connexion perdue. Ce que vous voyez est gardé.',
  recoveringNow: 'Reconnexion…',
  retryIn: (seconds) => `Prochain essai dans ${number(seconds)} s.`,
  offline: 'Vous êtes hors ligne. Ce que vous voyez est gardé, et ce que vous envoyez attend.',
  stopped: 'Vous n’écoutez plus. L’exécution elle-même peut continuer.',
  listenAgain: 'Écouter à nouveau',
  waiting: (count) => plural(count, { one: '# carte vous attend', other: '# cartes vous attendent' }),
  showWaiting: 'Afficher',
  requestId: (id) => `Requête ${id}`,
}

export const conversationList: ConversationListStrings = {
  label: 'Conversations',
  create: 'Nouvelle conversation',
  untitled: 'Sans titre',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  week: '7 derniers jours',
  older: 'Plus ancien',
  running: 'En cours',
  needsYou: 'A besoin de vous',
  failedRun: 'Échec',
  loading: 'Chargement des conversations…',
  empty: 'Pas encore de conversation. La première apparaîtra ici.',
  failed: 'Les conversations n’ont pas pu être chargées.',
  retry: 'Réessayer',
  delete: 'Supprimer',
  deleteForGood: 'Supprimer définitivement',
  confirmDelete: (title) => `Supprimer la conversation « ${title} » ?`,
  forGood: 'Ses messages et son historique disparaissent pour de bon. C’est irréversible.',
  keep: 'La garder',
  deleteFailed: (reason) => `Elle n’a pas été supprimée. ${reason}`,
  showOlder: 'Afficher les conversations plus anciennes',
  count: (count) => plural(count, { one: '# conversation', other: '# conversations' }),
}

export const inspector: InspectorStrings = {
  label: 'Événements',
  empty: 'Rien n’est encore arrivé.',
  kinds: {
    event: 'Événement',
    ping: 'Signe de vie',
    ignored: 'Ignoré',
    malformed: 'Mal formé',
    interrupted: 'Interrompu',
    request: 'Requête',
    problem: 'Problème',
  },
  link: (transport, link) => `${transport}, ${link.toLowerCase()}`,
  bytes: (count) => plural(count, { one: '# octet', other: '# octets' }),
  malformed: 'n’a pas pu être lu',
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: 'Flèche haut',
  ArrowDown: 'Flèche bas',
  ArrowLeft: 'Flèche gauche',
  ArrowRight: 'Flèche droite',
  Enter: 'Entrée',
  Escape: 'Échap',
  PageUp: 'Page préc.',
  PageDown: 'Page suiv.',
  Home: 'Début',
  End: 'Fin',
}

export const keys: KeysStrings = {
  title: 'Raccourcis clavier',
  close: 'Fermer',
  groups: {
    anywhere: 'Partout dans la discussion',
    thread: 'Dans la conversation',
    composer: 'Dans le champ de message',
    page: 'Sur cette page',
  },
  commands: {
    showKeys: 'Afficher ces raccourcis',
    nextRegion: 'Aller à la partie suivante de la page',
    previousRegion: 'Aller à la partie précédente de la page',
    nextWaiting: 'Aller à la prochaine carte qui vous attend',
    toLatest: 'Aller au dernier message',
    toComposer: 'Aller au champ de message',
    previousItem: 'Message ou carte précédente',
    nextItem: 'Message ou carte suivante',
    previousPage: 'Une page vers le haut',
    nextPage: 'Une page vers le bas',
    firstItem: 'Premier message',
    lastItem: 'Dernier message',
    leave: 'Retour à la carte, puis au champ de message',
  },
  send: 'Envoyer le message',
  breakLine: 'Commencer une nouvelle ligne',
  characters: 'Utiliser les raccourcis à lettres et à signes',
  charactersHint:
    'Désactivez-les si vous dictez, ou si vous appuyez par mégarde sur des touches. Les autres touches restent.',
  modifiers: {
    apple: { Control: 'Contrôle', Alt: 'Option', Shift: 'Maj', Meta: 'Commande' },
    other: { Control: 'Ctrl', Alt: 'Alt', Shift: 'Maj', Meta: 'Windows' },
  },
  keyName: (key) => keyNames[key] ?? key,
  nothingWaits: 'Rien ne vous attend.',
  chat: (title) => (title === null ? 'Discussion' : `Discussion : ${title}`),
  header: 'En-tête de la discussion',
  composer: 'Écrire un message',
}

const news: LauncherStrings['news'] = ({ unread, waiting }) =>
  [
    unread > 0 ? plural(unread, { one: '# nouveau message', other: '# nouveaux messages' }) : '',
    waiting > 0 ? thread.waiting(waiting) : '',
  ]
    .filter((part) => part !== '')
    .join(', ')

export const launcher: LauncherStrings = {
  panel: 'Discussion',
  news,
  open: (now) => {
    const words = news(now)
    return words === '' ? 'Ouvrir la discussion' : `Ouvrir la discussion : ${words}`
  },
  close: 'Fermer la discussion',
  loading: 'Chargement de la discussion…',
  failed: 'La discussion n’a pas pu être chargée. Nouvel essai…',
}
