import type { AttachmentStrings } from '../../strings/attachment.ts'
import type { ComposerStrings } from '../../strings/composer.ts'
import { formatOf } from '../locale-format.ts'

const { plural, all, anyOf, bytes: size } = formatOf('es')

const running = 'El asistente sigue trabajando. Su texto se conserva hasta que termine.'

const afterTurn = 'Sale cuando el asistente termine.'
const afterAnswer = 'Sale cuando haya respondido arriba y el asistente termine.'

export const composer: ComposerStrings = {
  label: 'Mensaje',
  placeholder: 'Escriba al asistente…',
  send: 'Enviar',
  stop: 'Detener',
  stopHearing: 'Detener la escucha',
  stopListening: 'Solo deja de escuchar; la ejecución sigue.',
  cancels: 'Termina la ejecución.',
  hint: 'Intro envía, Mayús e Intro empieza una línea',
  offline: 'Lo que envía se guarda y saldrá cuando vuelva a tener conexión.',
  busy: {
    idle: null,
    failed: null,
    sending: 'Su último mensaje va de camino. Su texto se conserva hasta entonces.',
    'ai-running': running,
    'skill-running': running,
    'awaiting-approval': 'El asistente espera su aprobación arriba. Su texto se conserva hasta entonces.',
    'awaiting-connection': 'El asistente espera su cuenta arriba. Su texto se conserva hasta entonces.',
    'awaiting-input': 'El proceso espera sus datos arriba. Su texto se conserva hasta entonces.',
  },
  queued: {
    idle: null,
    failed: null,
    sending: 'Sale después de su último mensaje.',
    'ai-running': afterTurn,
    'skill-running': afterTurn,
    'awaiting-approval': afterAnswer,
    'awaiting-connection': afterAnswer,
    'awaiting-input': afterAnswer,
  },
  closed: 'Esta conversación está cerrada. Empiece una nueva para seguir.',
  suggestions: 'Sugerencias',
  charactersLeft: (count) => plural(count, { one: 'Queda # carácter', other: 'Quedan # caracteres' }),
  tooLong: (by) =>
    `${plural(by, { one: '# carácter', other: '# caracteres' })} de más. Acorte el texto para enviarlo.`,
  queue: 'Mensajes en espera',
  waiting: (count) => plural(count, { one: '# mensaje espera', other: '# mensajes esperan' }),
  waitsAfterFailure: 'Algo falló. Envíe ahora lo que espera o retírelo.',
  edit: 'Editar',
  editLabel: 'Mensaje en espera',
  save: 'Guardar',
  cancel: 'Cancelar',
  remove: 'Quitar',
  sendNow: 'Enviar ahora',
}

const files = (count: number): string => plural(count, { one: '# archivo', other: '# archivos' })

export const attachment: AttachmentStrings = {
  attach: 'Adjuntar un archivo',
  list: 'Archivos adjuntos',
  sent: 'Archivos',
  file: 'Archivo',
  size,
  remove: (name) => `Quitar ${name}`,
  retry: (name) => `Reintentar ${name}`,
  uploading: (name) => `Subiendo ${name}`,
  tooLarge: (file, limit) =>
    `«${file.name}» es demasiado grande: tiene ${size(file.size)}, y se aceptan ${size(limit)} como mucho.`,
  refusedType: (name, accepted) => `«${name}» es de un tipo que aquí no se acepta. Use ${anyOf(accepted)}.`,
  tooMany: (name, limit) => `«${name}» está de más: un mensaje admite ${files(limit)}. Quite otro antes.`,
  empty: (name) => `«${name}» está vacío.`,
  failed: 'No se subió.',
  lost: (names) => `La página se volvió a cargar antes de que llegara ${all(names)}. Adjúntelo otra vez.`,
  status({ count, size: bytes, uploading, failed }) {
    if (count === 0) return ''
    const attached = `Adjunto: ${files(count)}, ${size(bytes)}`
    if (failed > 0)
      return `${attached}; ${plural(failed, { one: '# no se subió', other: '# no se subieron' })}.`
    return uploading > 0
      ? `${attached}; ${plural(uploading, { one: '# se está subiendo', other: '# se están subiendo' })}.`
      : `${attached}.`
  },
  uploadFirst: (count) =>
    `Se podrá enviar cuando ${plural(count, { one: 'se haya subido # archivo', other: 'se hayan subido # archivos' })}.`,
  mendFirst: (count) => `No se subió: ${files(count)}. Reintente o quítelo.`,
  textFirst: 'Escriba unas palabras con el archivo.',
  drop: 'Suelte archivos aquí para adjuntarlos',
  dropLimit: (limit) => `Hasta ${size(limit)} cada uno`,
}
