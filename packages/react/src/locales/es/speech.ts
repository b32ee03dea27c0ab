import type { AnnouncementStrings } from '../../strings/announcement.ts'
import type { MarkdownStrings } from '../../strings/markdown.ts'
import type { MessageStrings } from '../../strings/message.ts'
import { formatOf } from '../locale-format.ts'
import { skill as skillWords } from './cards.ts'

const { number, plural, few } = formatOf('es')

const withReason = (sentence: string, reason: string | null): string =>
  reason === null ? `${sentence}.` : `${sentence}: ${reason}`

export const announcement: AnnouncementStrings = {
  message: (agent, text) => `${agent}: ${text}`,
  messages: (count, agent) =>
    `${plural(count, { one: '# mensaje nuevo', other: '# mensajes nuevos' })} de ${agent}.`,
  continues: '… El mensaje continúa.',
  codeBlock: (language, lines) =>
    `Bloque de código, ${language === null ? '' : `${language}, `}${plural(lines, { one: '# línea', other: '# líneas' })}.`,
  table: (rows, columns) =>
    `Tabla, ${plural(rows, { one: '# fila', other: '# filas' })}, ${plural(columns, { one: '# columna', other: '# columnas' })}.`,
  working: (agent) => `${agent} está trabajando.`,
  notSent: (problem) => withReason('Su mensaje no se envió', problem),
  skillsRunning: (skills) => `En curso: ${few(skills, skillWords.count(skills.length))}.`,
  skillsDone: (skills) => `Hecho: ${few(skills, skillWords.count(skills.length))}.`,
  skillFailed: (skill, error) => withReason(`${skill} falló`, error),
  approval: (skill) => `Hace falta su aprobación para ${skill}.`,
  answeredElsewhere: (skill) => `${skill} se respondió en otro lugar.`,
  expired: (skill) => `El plazo para responder a ${skill} ha terminado.`,
  connection: (service) =>
    service ? `Hace falta su cuenta de ${service}.` : 'Hace falta una de sus cuentas.',
  connected: (service) => (service ? `${service} está conectado.` : 'La cuenta está conectada.'),
  connectionFailed: (service) =>
    service ? `No se pudo conectar ${service}.` : 'No se pudo conectar la cuenta.',
  form: (message) => `Hacen falta datos: ${message}`,
  needs: (count) => plural(count, { one: '# tarjeta le necesita.', other: '# tarjetas le necesitan.' }),
  failures: (count) => plural(count, { one: '# cosa ha fallado.', other: '# cosas han fallado.' }),
  step: ({ workflow, step, steps, message }) =>
    `${workflow || 'Proceso'}, paso ${number(step)} de ${number(steps)}: ${message}`,
  halted: ({ workflow, step, error }) => {
    const name = workflow || 'El proceso'
    return withReason(step === null ? `${name} se ha detenido` : `${name} se ha detenido en «${step}»`, error)
  },
  completed: (workflow) => `${workflow || 'El proceso'} está completo.`,
  cancelled: (workflow) => `${workflow || 'El proceso'} se canceló.`,
  ended: (workflow) => `${workflow || 'El proceso'} ha terminado.`,
  background: ({ workflow, message }) => `${workflow || 'Proceso'}, en segundo plano: ${message}`,
  backgroundFailed: ({ workflow, step, error }) =>
    withReason(`«${step}» falló en segundo plano de ${workflow || 'un proceso'}`, error),
  scripted: 'Es una respuesta de guion.',
  links: {
    live: 'Conectado de nuevo.',
    recovering: 'Conexión perdida. Reconectando.',
    offline: 'No tiene conexión.',
  },
  stopped: 'Ha dejado de escuchar. La ejecución puede seguir.',
}

export const message: MessageStrings = {
  you: 'Usted',
  assistant: 'Asistente',
  label: (writer, time) => (time === null ? writer : `${writer}, ${time}`),
  queued: 'Esperando a enviarse',
  sending: 'Enviando…',
  unknown: 'Puede haber llegado. Se comprueba antes de volver a enviarlo.',
  failed: 'No enviado.',
  retry: 'Reintentar',
  copy: 'Copiar el mensaje',
  copied: 'Copiado',
  good: 'Buena respuesta',
  bad: 'Mala respuesta',
  whatWasWrong: '¿Qué estaba mal? (opcional)',
  sendFeedback: 'Enviar la opinión',
  thanks: 'Gracias por decírnoslo.',
  feedbackFailed: (reason) => `Su opinión no se envió. ${reason}`,
  discard: 'Descartar',
  eventsExpired: 'La actividad de las habilidades antes de este punto ya no se conserva.',
  conversationClosed: 'Esta conversación está cerrada.',
  scripted: 'De guion',
  scriptedHint: 'Lo juzgó el modelo de guion. No se preguntó a ningún modelo real.',
  offers: 'Respuestas y enlaces sugeridos',
  sends: (text) => `Envía «${text}»`,
  moreOffers: (count) => `Mostrar ${number(count)} más`,
  fewerOffers: 'Mostrar menos',
  unsafeLink: 'Este enlace no se puede abrir con seguridad.',
}

export const markdown: MarkdownStrings = {
  copy: 'Copiar',
  copied: 'Copiado',
  code: 'Código',
  codeIn: (language) => (language === null ? 'Código' : `Código en ${language}`),
  table: 'Tabla',
  image: 'Imagen',
  imageNamed: (alternative) => `Imagen: ${alternative}`,
  loadImage: (host) => `Cargar la imagen de ${host}`,
  imageBlocked: (host) => `no cargada de ${host}`,
  imageFailed: (host) => `no se pudo cargar aquí de ${host}`,
  openImage: 'Abrir la imagen',
  opens: (host) => `Abre ${host} en otra pestaña`,
  writesTo: (address) => `Escribe a ${address}`,
  formula: 'Fórmula',
  formulaFailed: 'no se pudo dibujar como fórmula',
  diagram: 'Diagrama',
  diagramNamed: (title) => (title === '' ? 'Diagrama' : `Diagrama: ${title}`),
  diagramDrawing: 'Dibujando el diagrama…',
  diagramFailed: 'No se pudo dibujar este diagrama. Su fuente:',
  showSource: 'Mostrar la fuente',
  hideSource: 'Ocultar la fuente',
  taskDone: 'Hecho:',
  taskOpen: 'Por hacer:',
  notes: 'Notas',
  note: (count) => `Nota ${number(count)}`,
  backToText: (count, place) =>
    place === 1
      ? `Volver a la llamada ${number(count)}`
      : `Volver a la llamada ${number(count)}, lugar ${number(place)}`,
  broken: 'No se pudo dibujar este mensaje. Su texto:',
}
