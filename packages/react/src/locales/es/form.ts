import type { FormStrings } from '../../strings/form.ts'
import { limitsOf, problemOf, type FormWords } from '../form-sentences.ts'
import { formatOf } from '../locale-format.ts'

const format = formatOf('es')
const { number, plural, all, fileTypes, bytes, moment } = format

const characters = (count: number): string => plural(count, { one: '# carácter', other: '# caracteres' })

const words: FormWords = {
  range: (min, max) => `De ${min} a ${max}.`,
  from: (min) => `Desde ${min}.`,
  upTo: (max) => `Hasta ${max}.`,
  moreThan: (limit) => `Más de ${limit}.`,
  lessThan: (limit) => `Menos de ${limit}.`,
  wholeNumber: 'Un número entero.',
  multipleOf: (step) => `Un múltiplo de ${step}.`,
  charactersExactly: (count) => `${characters(count)}.`,
  charactersBetween: (min, max) => `De ${number(min)} a ${characters(max)}.`,
  charactersAtLeast: (count) => `Al menos ${characters(count)}.`,
  charactersAtMost: (count) => `Como mucho ${characters(count)}.`,
  exactly: (count) => `Exactamente ${count}.`,
  atLeast: (count) => `Al menos ${count}.`,
  atMost: (count) => `Como mucho ${count}.`,
  problems: {
    required: 'Rellene este campo.',
    email: 'Escriba una dirección de correo completa, como nombre@example.com.',
    url: 'Escriba una dirección web completa, como https://example.com.',
    phone: 'Escriba un número de teléfono, como +34 91 123 45 67.',
    number: 'Escriba un número.',
    whole: 'Escriba un número entero.',
    date: 'Escriba una fecha o una hora completa.',
    option: 'Elija una de las opciones.',
    consent: 'Hace falta su consentimiento antes de enviarlo.',
    json: 'Escriba JSON válido, con los textos entre comillas dobles.',
    upload: 'Espere a que llegue el archivo o quítelo.',
  },
  enterMultipleOf: (step) => `Escriba un múltiplo de ${step}.`,
  enterMoreThan: (limit) => `Escriba más de ${limit}.`,
  enterLessThan: (limit) => `Escriba menos de ${limit}.`,
  enterAtLeast: (limit) => `Escriba ${limit} o más.`,
  enterAtMost: (limit) => `Escriba ${limit} o menos.`,
  enterNotBefore: (at) => `Escriba ${at} o más tarde.`,
  enterNotAfter: (at) => `Escriba ${at} o antes.`,
  entriesAtLeast: (count) =>
    plural(count, { one: 'Dé al menos # elemento.', other: 'Dé al menos # elementos.' }),
  entriesAtMost: (count) =>
    plural(count, { one: 'Dé como mucho # elemento.', other: 'Dé como mucho # elementos.' }),
  useAtLeast: (count) => `Use al menos ${characters(count)}.`,
  useAtMost: (count) => `Use como mucho ${characters(count)}.`,
  repeated: (entry) => `«${entry}» está dos veces. Escríbalo una sola vez.`,
  formats: {
    uuid: 'Escriba un UUID, como 3f2b8c1e-5a4d-4e6f-9b7a-0c1d2e3f4a5b.',
    ipv4: 'Escriba una dirección IPv4, como 192.0.2.7.',
    ipv6: 'Escriba una dirección IPv6, como 2001:db8::7.',
    hostname: 'Escriba un nombre de host, como example.com.',
    duration: 'Escriba una duración, como P3D o PT20M.',
  },
  otherFormat: (name) => `Escriba un texto de la forma «${name}».`,
}

export const form: FormStrings = {
  untitled: 'Datos',
  send: 'Enviar los datos',
  decline: 'Rechazar',
  cancel: 'Cancelar',
  sending: 'Enviando sus datos…',
  queued: 'Sus datos están guardados y saldrán cuando vuelva la conexión.',
  sendAgain: 'Enviar otra vez',
  sendUnknown: 'Sus datos pueden haber llegado. Se comprueba antes de volver a enviarlos.',
  sendFailed: 'Sus datos no se enviaron.',
  draftKept({ hasSecrets, hasFiles }) {
    if (hasSecrets && hasFiles) return 'Borrador guardado en este dispositivo, sin secretos ni archivos'
    if (hasSecrets) return 'Borrador guardado en este dispositivo, sin secretos'
    return hasFiles
      ? 'Borrador guardado en este dispositivo, sin archivos'
      : 'Borrador guardado en este dispositivo'
  },
  optional: 'opcional',
  choose: 'Elegir…',
  clear: 'Vaciar',
  noMatch: 'Nada coincide.',
  matches: (count) => plural(count, { one: '# opción', other: '# opciones' }),
  moreMatches: (count) =>
    plural(count, {
      one: '# opción más: escriba para acortar la lista',
      other: '# opciones más: escriba para acortar la lista',
    }),
  removeChoice: (label) => `Quitar ${label}`,
  chosenCount: (count) => plural(count, { one: '# elegido', other: '# elegidos' }),
  unknownType: (type) => `«${type}» no tiene campo propio aquí, así que vale texto sencillo.`,
  json: 'Aquí va JSON.',
  lines: 'Uno en cada línea.',
  limits: limitsOf(words, format),
  charactersLeft: (count) =>
    count < 0
      ? `${characters(-count)} de más`
      : plural(count, { one: 'Queda # carácter', other: 'Quedan # caracteres' }),
  stars: (value, most) => `${number(value)} de ${number(most)}`,
  show: 'Mostrar',
  hide: 'Ocultar',
  fileAsText: 'Desde aquí no se pueden enviar archivos. Descríbalo o pegue un enlace.',
  pickFile: (isMultiple) =>
    isMultiple ? 'Elija archivos o suéltelos aquí' : 'Elija un archivo o suéltelo aquí',
  fileLimits(accept, maxBytes) {
    if (accept !== null && maxBytes !== null) return `${fileTypes(accept)}, hasta ${bytes(maxBytes)}`
    if (accept !== null) return fileTypes(accept)
    return maxBytes === null ? '' : `Hasta ${bytes(maxBytes)}`
  },
  fileSize: bytes,
  uploading: (name) => `Subiendo ${name}…`,
  uploaded: (name) => `${name} está subido.`,
  uploadFailed: 'La subida falló.',
  tooLarge: (maxBytes) => `Mayor que ${bytes(maxBytes)}.`,
  wrongType: (accept) => `No es del tipo ${fileTypes(accept)}.`,
  retryFile: (name) => `Subir ${name} otra vez`,
  removeFile: (name) => `Quitar ${name}`,
  files: (count) => plural(count, { one: '# archivo', other: '# archivos' }),
  askedToo: (labels) => `Ahora también se pide: ${all(labels)}.`,
  notAsked: (labels) => `Ya no se pide: ${all(labels)}.`,
  chosen: 'Sí',
  notChosen: 'No',
  empty: 'Sin rellenar',
  secret: 'Enviado, no se guarda aquí',
  moment,
  number,
  list: (entries) => entries.join(', '),
  summary: (count) =>
    plural(count, { one: '# campo necesita otra mirada', other: '# campos necesitan otra mirada' }),
  definition: (count) =>
    plural(count, {
      one: 'Una parte de este formulario no se puede mostrar',
      other: '# partes de este formulario no se pueden mostrar',
    }),
  nothingToFill: 'No hay nada que rellenar, así que no hay nada que enviar.',
  submitted: 'Usted envió estos datos.',
  answeredElsewhere: 'Respondido en otro lugar.',
  declined: 'Usted prefirió no dar estos datos.',
  cancelled: 'Usted cerró esto sin responder.',
  closed: 'Estos datos ya no hacen falta.',
  closedWhileTyping: 'Lo que había escrito no se envió.',
  position: (name, step, steps) => `${name}, paso ${number(step)} de ${number(steps)}`,
  pattern: 'Escríbalo de la forma que se pide.',
  patternLike: (example) => `Escríbalo de la forma que se pide, como ${example}.`,
  problem: problemOf(words, format),
  loading: 'Cargando el formulario…',
}
