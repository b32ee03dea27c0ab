import type { ConnectionStrings } from '../../strings/connection.ts'
import type { RendererStrings } from '../../strings/renderer.ts'
import type { ResultStrings } from '../../strings/result.ts'
import type { SkillStrings } from '../../strings/skill.ts'
import type { WorkflowStrings } from '../../strings/workflow.ts'
import { formatOf } from '../locale-format.ts'

const { number, plural } = formatOf('es')

export const connection: ConnectionStrings = {
  region: (service) => `Conexión: ${service}`,
  title: (service) => (service === null ? 'Conecte su cuenta' : `Conecte su cuenta de ${service}`),
  account: (service) => (service === null ? 'Cuenta' : `Cuenta de ${service}`),
  anyService: 'servicio',
  why: 'Hace falta una vez, para que el asistente pueda actuar en su nombre.',
  connect: 'Conectar su cuenta',
  renew: 'Obtener un enlace nuevo',
  tryAgain: 'Reintentar',
  skip: 'Omitir',
  opens: (host) => `abre ${host}`,
  opening: 'Un enlace nuevo va de camino a la ventana que se abrió…',
  opened: 'Siga en la ventana que se abrió. Esta tarjeta nota cuándo ha terminado.',
  returned: '¿Ha terminado? Lo estamos comprobando.',
  openYourself: '¿No hay ventana? Ábrala aquí.',
  blocked: 'Su navegador no dejó abrir ninguna ventana. Siga este enlace; la tarjeta continúa por sí sola.',
  openPage: (host) => `Abrir ${host}`,
  copyLink: 'Copiar el enlace',
  copied: 'Copiado',
  copyFailed: 'No se copió: el navegador no lo permite aquí.',
  expiresIn: (span) => `El enlace sirve ${span} más como mucho.`,
  expired: 'Este enlace ha caducado.',
  expiredWhileOpen:
    'El enlace caducó mientras su ventana estaba abierta. Si terminó allí, la tarjeta lo notará; si no, obtenga un enlace nuevo.',
  again: 'Aquí tiene un enlace nuevo. Puede que la ventana de antes ya no sirva.',
  noLink: 'Todavía no hay enlace.',
  renewing: 'Obteniendo un enlace nuevo…',
  renewFailed: 'No llegó ningún enlace nuevo. Vuelva a intentarlo en un momento.',
  renewSame: 'No hay ningún enlace más reciente que este.',
  notSecure: (host) => `No se abrió: el enlace a ${host} no está cifrado (https).`,
  notAllowed: (host) =>
    `No se abrió: ${host} no está en la lista de sitios de inicio de sesión en los que confía esta aplicación.`,
  notAnAddress: 'No se abrió: el enlace no es una dirección web.',
  authorized: (service) => `${service} está conectado.`,
  authorizedWaiting: 'El asistente sigue en un momento.',
  failed: 'La cuenta no se conectó.',
  skipped: 'Usted omitió esto.',
  closed: 'La conversación siguió sin esto.',
  skipQuestion: '¿Seguir sin la cuenta? Lo que empezó en la ventana no se usará.',
  keepWaiting: 'Seguir esperando',
  skipping: 'Omitiendo…',
  skipUnknown: 'Su elección puede haber llegado. Se comprueba antes de volver a enviarla.',
  skipFailed: 'Su elección no se envió.',
}

export const skill: SkillStrings = {
  running: 'En curso',
  completed: 'Hecho',
  failed: 'Falló',
  unknown: 'Resultado desconocido',
  unknownNote: 'El turno terminó y nadie dijo cómo fue esto.',
  retry: 'Reintentar',
  label: (name) => `Habilidad: ${name}`,
  skillId: 'Identificador de la habilidad',
  count: (skills) => plural(skills, { one: '# habilidad', other: '# habilidades' }),
  progress: ({ done, running, failed, unknown }) =>
    [
      done > 0 ? plural(done, { one: '# hecha', other: '# hechas' }) : '',
      failed > 0 ? plural(failed, { one: '# fallida', other: '# fallidas' }) : '',
      unknown > 0 ? plural(unknown, { one: '# desconocida', other: '# desconocidas' }) : '',
      running > 0 ? `${number(running)} en curso` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
}

export const result: ResultStrings = {
  loading: 'Obteniendo el resultado…',
  failed: (reason) => `No se pudo obtener el resultado. ${reason}`,
  retry: 'Reintentar',
  nothing: 'No dio ningún resultado.',
  label: (name) => `Resultado de ${name}`,
  chart: 'Gráfico',
  table: 'Tabla',
  view: 'Vista',
  rows: (shown, count) => `${number(shown)} de ${plural(count, { one: '# fila', other: '# filas' })}`,
  showMore: (rows) => `Mostrar ${number(rows)} más`,
  copyCsv: 'Copiar como CSV',
  copied: 'Copiado',
  empty: 'sin valor',
  yes: 'Sí',
  no: 'No',
  number,
}

export const workflow: WorkflowStrings = {
  region: (name) => `Proceso: ${name}`,
  unnamed: 'Proceso',
  progressLabel: (name) => `Avance de ${name}`,
  progress: (done, total) => `${number(done)} de ${number(total)}`,
  position: (step, steps, message) => `Paso ${number(step)} de ${number(steps)}: ${message}`,
  steps: {
    pending: 'Sin empezar',
    running: 'En curso',
    'awaiting-input': 'Espera sus datos',
    completed: 'Hecho',
    failed: 'Falló',
    cancelled: 'Cancelado',
    unknown: 'Resultado desconocido',
  },
  statuses: {
    running: 'En curso',
    'awaiting-input': 'Le espera',
    completed: 'Completado',
    halted: 'Detenido',
    cancelled: 'Cancelado',
    ended: 'Terminado',
  },
  attempts: (count) => `intento ${number(count)}`,
  stepsLabel: 'Pasos',
  noSteps: 'Todavía no ha empezado ningún paso.',
  retry: 'Reintentar',
  retrying: 'Intentándolo de nuevo…',
  retryFailed: 'El nuevo intento no se envió.',
  halted: 'Se detuvo en el paso que falló. Después no se ejecutó nada.',
  haltedWhole: 'Esto se detuvo antes de terminar. No se ha ejecutado nada más.',
  haltedNoWay: 'Aquí no se puede reintentar.',
  escalate: 'Pedir ayuda a una persona',
  ended: 'Esto ha terminado. Nadie dijo cómo fue el último paso.',
  cancelled: 'Esto se canceló. No se ejecutará nada más de ello.',
  background: 'En segundo plano',
  backgroundOf: (step) => (step === '' ? 'En segundo plano' : `En segundo plano, desde «${step}»`),
  inBackground: (count) => `${number(count)} en segundo plano`,
  backgroundFailed: 'Solo se detuvo esta parte. El resto continúa.',
}

export const renderer: RendererStrings = {
  broken: 'No se pudo mostrar la tarjeta propia de la página. Esta es la habitual.',
  brokenField: 'No se pudo mostrar el campo propio de la página. Este es el habitual.',
}
