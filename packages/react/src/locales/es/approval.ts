import type { ApprovalStrings } from '../../strings/approval.ts'
import { formatOf } from '../locale-format.ts'

const { number, money, plural, day, instant } = formatOf('es')

const types = {
  text: 'texto',
  number: 'un número',
  'whole-number': 'un número entero',
  'yes-no': 'sí o no',
  list: 'una lista',
  group: 'un grupo de valores',
} as const
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const approval: ApprovalStrings = {
  region: (skill, ordinal) => (ordinal === 1 ? `Aprobación: ${skill}` : `Aprobación: ${skill} (${ordinal})`),
  question: (skill) => ['¿Aprobar «', skill, '»?'],
  exactly: 'El asistente quiere ejecutar esto con exactamente estos valores.',
  nothing: 'Esto se ejecuta sin ningún valor.',
  approve: 'Aprobar',
  reject: 'Rechazar',
  decision: 'Su decisión',
  retry: 'Reintentar',
  holdOn: 'Se puede aprobar cuando la tarjeta haya estado quieta un momento.',
  showRaw: 'Mostrar el JSON original',
  hideRaw: 'Ocultar el JSON original',
  raw: 'JSON original',
  tooDeep: 'Estos valores están demasiado anidados para escribirse como JSON.',
  parameters: 'Valores',
  showAll: (total) => plural(total, { one: 'Mostrar el # carácter', other: 'Mostrar los # caracteres' }),
  showMoreText: (next, hidden) => `Mostrar ${number(next)} de ${number(hidden)} caracteres ocultos`,
  showLess: 'Mostrar menos',
  showMoreRows: (next, hidden) =>
    next === hidden
      ? plural(hidden, { one: 'Mostrar el otro valor', other: 'Mostrar los otros # valores' })
      : `Mostrar ${number(next)} de ${number(hidden)} valores ocultos`,
  partlyShown: (count) =>
    plural(count, {
      one: '# valor no se muestra entero. Ábralo antes de decidir.',
      other: '# valores no se muestran enteros. Ábralos antes de decidir.',
    }),
  entries: (count) => plural(count, { one: '# elemento', other: '# elementos' }),
  members: (count) => plural(count, { one: '# valor', other: '# valores' }),
  entry: (position) => `n.º ${position}`,
  level: (depth) => `nivel ${depth}`,
  missing: 'Falta, aunque la habilidad lo necesita',
  undescribed: 'No descrito por la habilidad',
  otherType: (expected, actual) =>
    `${capital(types[actual])}, donde la habilidad describe ${types[expected]}`,
  noChoice: 'No es ninguna de las opciones que la habilidad describe',
  rounded: 'Demasiado grande para mostrarse con exactitud',
  yesNo: (value) => (value ? 'Sí' : 'No'),
  number,
  money,
  date: (at, hasTime) => (hasTime ? instant(at) : day(at)),
  leadsTo: (host) => `Lleva a ${host}`,
  choice: (label) => ['Significa «', label, '»'],
  hiddenSigns:
    'Los signos que no se ven, o que se confunden con otros, se escriben como ⟦U+…⟧, con su número Unicode.',
  edit: 'Editar los valores',
  editing: 'Cambiar los valores',
  editHint: 'Nada se ejecuta hasta que haya revisado y aprobado sus cambios.',
  review: 'Revisar los cambios',
  cancelEdit: 'Volver',
  loadingForm: 'Cargando el formulario…',
  changes: (count) => plural(count, { one: '# valor cambiado', other: '# valores cambiados' }),
  noChanges: 'Todavía no ha cambiado nada.',
  before: 'Antes',
  after: 'Después',
  changedValue: 'Cambiado',
  removed: 'Quitado',
  added: 'Añadido',
  approveChanged: 'Aprobar con cambios',
  editAgain: 'Editar otra vez',
  reset: 'Volver a los valores originales',
  reason: 'Motivo (opcional)',
  reasonDefault: 'El usuario rechazó esta acción.',
  reasonWarning: 'El asistente lee el motivo y puede citarlo en la conversación.',
  reasonPresets: [
    'Los valores no son correctos.',
    'Ahora no.',
    'Ya no hace falta.',
    'Lo haré por mi cuenta.',
  ],
  presets: 'Sugerencias',
  confirmReject: 'Rechazar',
  cancelReject: 'Volver',
  expiresIn: (seconds) =>
    `Caduca en ${seconds > 90 ? `${number(Math.ceil(seconds / 60))} min` : `${number(seconds)} s`}`,
  expiredNow: 'Caducada',
  expiredHint: 'El plazo para decidir ha terminado. No se ejecutó nada.',
  queued: 'Su decisión está guardada y saldrá cuando vuelva la conexión.',
  sending: (choice) => (choice === 'approved' ? 'Enviando su aprobación…' : 'Enviando su rechazo…'),
  sendUnknown: 'Su decisión puede haber llegado. Se comprueba antes de volver a enviarla.',
  sent: (choice) => (choice === 'approved' ? 'Aprobación enviada.' : 'Rechazo enviado.'),
  sendFailed: 'Su decisión no se envió.',
  approvedByMe: 'Usted aprobó esto.',
  approvedChanged: 'Usted aprobó esto con cambios.',
  approvedElsewhere: 'Aprobado en otro lugar.',
  approved: 'Aprobado.',
  rejectedByMe: 'Usted rechazó esto.',
  rejectedElsewhere: 'Rechazado en otro lugar.',
  rejected: 'Rechazado.',
  resolved: 'Ya no espera respuesta.',
  resolvedElsewhere: 'Respondido en otro lugar.',
  expired: 'Caducó antes de responderse. No se ejecutó nada.',
  changed:
    'Esto no es lo que se habría ejecutado, así que no se ejecutó nada. El asistente pregunta de nuevo abajo.',
  running: 'Aprobado. En curso…',
  completed: 'Aprobado y hecho.',
  failed: 'Aprobado, pero falló.',
  unknown: 'Aprobado. Nadie dijo cómo fue.',
  tray: 'Aprobaciones abiertas',
  waiting: (count) => plural(count, { one: '# aprobación le espera', other: '# aprobaciones le esperan' }),
  position: (index, count, skill) => [`${number(index)} de ${number(count)}: `, skill],
  previous: 'Aprobación anterior',
  next: 'Aprobación siguiente',
  trayKeys: 'Alt y la flecha arriba o abajo llevan de una aprobación a otra.',
  readSoFar: (seen, count) => `${number(seen)} de ${number(count)} vistas enteras`,
  approveSeen: (count) => plural(count, { one: 'Aprobar la # vista…', other: 'Aprobar las # vistas…' }),
  rejectSeen: (count) => plural(count, { one: 'Rechazar la # vista…', other: 'Rechazar las # vistas…' }),
  batchTitle: (choice, count) => {
    const what = plural(count, { one: 'esta solicitud', other: 'estas # solicitudes' })
    return choice === 'approved' ? `¿Aprobar ${what}?` : `¿Rechazar ${what}?`
  },
  batchHint: 'Solo aquellas cuyos valores ha visto enteros. Cada una es una decisión aparte.',
  batchConfirm: (choice, count) =>
    choice === 'approved' ? `Aprobar ${number(count)}` : `Rechazar ${number(count)}`,
  batchProgress: (arrived, failed, count) =>
    failed === 0
      ? `Llegaron ${number(arrived)} de ${number(count)} decisiones.`
      : `Llegaron ${number(arrived)} de ${number(count)} decisiones; ${number(failed)} no llegaron.`,
  batchGone: 'Respondida entretanto, así que se deja fuera.',
  moreValues: (count) => plural(count, { one: 'y # valor más', other: 'y # valores más' }),
  moreCharacters: (count) => plural(count, { one: '… y # carácter más', other: '… y # caracteres más' }),
  back: 'Volver',
  close: 'Cerrar',
  show: 'Mostrar',
}
