import type { ConversationListStrings } from '../../strings/conversation-list.ts'
import type { InspectorStrings } from '../../strings/inspector.ts'
import type { KeysStrings } from '../../strings/keys.ts'
import type { LauncherStrings } from '../../strings/launcher.ts'
import type { StatusStrings } from '../../strings/status.ts'
import type { ThreadStrings } from '../../strings/thread.ts'
import { formatOf } from '../locale-format.ts'

const { number, plural } = formatOf('es')
const day = new Intl.DateTimeFormat('es', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

export const status: StatusStrings = {
  label: 'Estado de la conversación',
  phases: {
    idle: 'Listo',
    sending: 'Enviando',
    'ai-running': 'Pensando',
    'skill-running': 'Ejecutando una habilidad',
    'awaiting-approval': 'Espera su aprobación',
    'awaiting-connection': 'Espera su cuenta',
    'awaiting-input': 'Espera sus datos',
    failed: 'Falló',
  },
  links: { live: 'En directo', recovering: 'Reconectando', offline: 'Sin conexión' },
  typing: 'El asistente está trabajando',
}

export const thread: ThreadStrings = {
  label: 'Conversación',
  today: 'Hoy',
  yesterday: 'Ayer',
  day: (at) => day.format(at),
  jump: 'Ir a lo último',
  newItems: (count) => plural(count, { one: '# nuevo', other: '# nuevos' }),
  unread: 'Nuevo',
  older: 'Cargar lo anterior',
  olderLoading: 'Cargando…',
  olderFailed: 'No se pudo cargar lo anterior.',
  emptyTitle: '¿Qué puedo hacer por usted?',
  emptyText: 'Haga una pregunta o describa lo que debe ocurrir. Verá cada paso.',
  loading: 'Cargando la conversación…',
  loadingCard: 'Cargando…',
  failed: 'No se pudo cargar la conversación.',
  closed: 'Esta conversación está cerrada. Puede que se haya borrado en otro lugar.',
  retry: 'Reintentar',
  recovering: 'Conexión perdida. Lo que ve se conserva.',
  recoveringNow: 'Reconectando…',
  retryIn: (seconds) => `Próximo intento en ${number(seconds)} s.`,
  offline: 'No tiene conexión. Lo que ve se conserva, y lo que envía espera.',
  stopped: 'Ha dejado de escuchar. La ejecución puede seguir.',
  listenAgain: 'Volver a escuchar',
  waiting: (count) => plural(count, { one: '# tarjeta le espera', other: '# tarjetas le esperan' }),
  showWaiting: 'Mostrar',
  requestId: (id) => `Solicitud ${id}`,
}

export const conversationList: ConversationListStrings = {
  label: 'Conversaciones',
  create: 'Nueva conversación',
  untitled: 'Sin título',
  today: 'Hoy',
  yesterday: 'Ayer',
  week: 'Últimos 7 días',
  older: 'Más antiguas',
  running: 'En curso',
  needsYou: 'Le necesita',
  failedRun: 'Falló',
  loading: 'Cargando las conversaciones…',
  empty: 'Todavía no hay conversaciones. La primera aparecerá aquí.',
  failed: 'No se pudieron cargar las conversaciones.',
  retry: 'Reintentar',
  delete: 'Borrar',
  deleteForGood: 'Borrar para siempre',
  confirmDelete: (title) => `¿Borrar la conversación «${title}»?`,
  forGood: 'Sus mensajes y su historial se pierden para siempre. No se puede deshacer.',
  keep: 'Conservarla',
  deleteFailed: (reason) => `No se borró. ${reason}`,
  showOlder: 'Mostrar conversaciones más antiguas',
  count: (count) => plural(count, { one: '# conversación', other: '# conversaciones' }),
}

export const inspector: InspectorStrings = {
  label: 'Eventos',
  empty: 'Todavía no ha llegado nada.',
  kinds: {
    event: 'Evento',
    ping: 'Señal de vida',
    ignored: 'Ignorado',
    malformed: 'Mal formado',
    interrupted: 'Interrumpido',
    request: 'Solicitud',
    problem: 'Problema',
  },
  link: (transport, link) => `${transport}, ${link.toLowerCase()}`,
  bytes: (count) => plural(count, { one: '# byte', other: '# bytes' }),
  malformed: 'no se pudo leer',
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: 'Flecha arriba',
  ArrowDown: 'Flecha abajo',
  ArrowLeft: 'Flecha izquierda',
  ArrowRight: 'Flecha derecha',
  Enter: 'Intro',
  Escape: 'Esc',
  PageUp: 'Re Pág',
  PageDown: 'Av Pág',
  Home: 'Inicio',
  End: 'Fin',
}

export const keys: KeysStrings = {
  title: 'Atajos de teclado',
  close: 'Cerrar',
  groups: {
    anywhere: 'En todo el chat',
    thread: 'En la conversación',
    composer: 'En el campo de mensaje',
    page: 'En esta página',
  },
  commands: {
    showKeys: 'Mostrar estos atajos',
    nextRegion: 'Ir a la parte siguiente de la página',
    previousRegion: 'Ir a la parte anterior de la página',
    nextWaiting: 'Ir a la siguiente tarjeta que le necesita',
    toLatest: 'Ir al último mensaje',
    toComposer: 'Ir al campo de mensaje',
    previousItem: 'Mensaje o tarjeta anterior',
    nextItem: 'Mensaje o tarjeta siguiente',
    previousPage: 'Una página arriba',
    nextPage: 'Una página abajo',
    firstItem: 'Primer mensaje',
    lastItem: 'Último mensaje',
    leave: 'Volver a la tarjeta y luego al campo de mensaje',
  },
  send: 'Enviar el mensaje',
  breakLine: 'Empezar una línea nueva',
  characters: 'Usar atajos con letras y signos',
  charactersHint: 'Desactívelos si dicta o si pulsa teclas sin querer. Las demás teclas se quedan.',
  modifiers: {
    apple: { Control: 'Control', Alt: 'Opción', Shift: 'Mayús', Meta: 'Comando' },
    other: { Control: 'Ctrl', Alt: 'Alt', Shift: 'Mayús', Meta: 'Windows' },
  },
  keyName: (key) => keyNames[key] ?? key,
  nothingWaits: 'Nada le espera.',
  chat: (title) => (title === null ? 'Chat' : `Chat: ${title}`),
  header: 'Cabecera del chat',
  composer: 'Escribir un mensaje',
}

const news: LauncherStrings['news'] = ({ unread, waiting }) =>
  [
    unread > 0 ? plural(unread, { one: '# mensaje nuevo', other: '# mensajes nuevos' }) : '',
    waiting > 0 ? thread.waiting(waiting) : '',
  ]
    .filter((part) => part !== '')
    .join(', ')

export const launcher: LauncherStrings = {
  panel: 'Chat',
  news,
  open: (now) => {
    const words = news(now)
    return words === '' ? 'Abrir el chat' : `Abrir el chat: ${words}`
  },
  close: 'Cerrar el chat',
  loading: 'Cargando el chat…',
  failed: 'No se pudo cargar el chat. Intentándolo de nuevo…',
}
