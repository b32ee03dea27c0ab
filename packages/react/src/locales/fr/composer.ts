import type { AttachmentStrings } from '../../strings/attachment.ts'
import type { ComposerStrings } from '../../strings/composer.ts'
import { formatOf } from '../locale-format.ts'

const { plural, all, anyOf, bytes: size } = formatOf('fr')

const running = 'L’assistant travaille encore. Votre texte est gardé jusqu’à ce qu’il ait fini.'

const afterTurn = 'Part quand l’assistant a fini.'
const afterAnswer = 'Part quand vous aurez répondu plus haut et que l’assistant aura fini.'

export const composer: ComposerStrings = {
  label: 'Message',
  placeholder: 'Écrire à l’assistant…',
  send: 'Envoyer',
  stop: 'Arrêter',
  stopHearing: 'Arrêter d’écouter',
  stopListening: 'N’arrête que l’écoute ; l’exécution continue.',
  cancels: 'Met fin à l’exécution.',
  hint: 'Entrée envoie, Maj et Entrée commence une ligne',
  offline: 'Ce que vous envoyez est gardé et partira quand vous serez de nouveau en ligne.',
  busy: {
    idle: null,
    failed: null,
    sending: 'Votre dernier message est en route. Votre texte est gardé d’ici là.',
    'ai-running': running,
    'skill-running': running,
    'awaiting-approval': 'L’assistant attend votre approbation plus haut. Votre texte est gardé d’ici là.',
    'awaiting-connection': 'L’assistant attend votre compte plus haut. Votre texte est gardé d’ici là.',
    'awaiting-input': 'Le processus attend vos informations plus haut. Votre texte est gardé d’ici là.',
  },
  queued: {
    idle: null,
    failed: null,
    sending: 'Part après votre dernier message.',
    'ai-running': afterTurn,
    'skill-running': afterTurn,
    'awaiting-approval': afterAnswer,
    'awaiting-connection': afterAnswer,
    'awaiting-input': afterAnswer,
  },
  closed: 'Cette conversation est fermée. Commencez-en une nouvelle pour continuer.',
  suggestions: 'Suggestions',
  charactersLeft: (count) => plural(count, { one: 'Encore # caractère', other: 'Encore # caractères' }),
  tooLong: (by) =>
    `${plural(by, { one: '# caractère', other: '# caractères' })} de trop. Raccourcissez le texte pour l’envoyer.`,
  queue: 'Messages en attente',
  waiting: (count) => plural(count, { one: '# message attend', other: '# messages attendent' }),
  waitsAfterFailure: 'Quelque chose a échoué. Envoyez maintenant ce qui attend, ou reprenez-le.',
  edit: 'Modifier',
  editLabel: 'Message en attente',
  save: 'Enregistrer',
  cancel: 'Annuler',
  remove: 'Retirer',
  sendNow: 'Envoyer maintenant',
}

const files = (count: number): string => plural(count, { one: '# fichier', other: '# fichiers' })

export const attachment: AttachmentStrings = {
  attach: 'Joindre un fichier',
  list: 'Fichiers joints',
  sent: 'Fichiers',
  file: 'Fichier',
  size,
  remove: (name) => `Retirer ${name}`,
  retry: (name) => `Réessayer ${name}`,
  uploading: (name) => `Envoi de ${name}`,
  tooLarge: (file, limit) =>
    `« ${file.name} » est trop grand : il fait ${size(file.size)}, et ${size(limit)} au plus sont acceptés.`,
  refusedType: (name, accepted) =>
    `« ${name} » est d’un type qui n’est pas accepté ici. Prenez ${anyOf(accepted)}.`,
  tooMany: (name, limit) =>
    `« ${name} » est de trop : un message prend ${files(limit)}. Retirez-en d’abord un autre.`,
  empty: (name) => `« ${name} » est vide.`,
  failed: 'Non envoyé.',
  lost: (names) => `La page a été rechargée avant l’arrivée de ${all(names)}. Joignez-le à nouveau.`,
  status({ count, size: bytes, uploading, failed }) {
    if (count === 0) return ''
    const attached = `Joint : ${files(count)}, ${size(bytes)}`
    if (failed > 0) return `${attached}; ${plural(failed, { one: '# non envoyé', other: '# non envoyés' })}.`
    return uploading > 0
      ? `${attached}; ${plural(uploading, { one: '# en cours d’envoi', other: '# en cours d’envoi' })}.`
      : `${attached}.`
  },
  uploadFirst: (count) =>
    `Pourra partir quand ${plural(count, { one: '# fichier sera envoyé', other: '# fichiers seront envoyés' })}.`,
  mendFirst: (count) => `Non envoyé : ${files(count)}. Réessayez ou retirez.`,
  textFirst: 'Écrivez quelques mots avec le fichier.',
  drop: 'Déposez des fichiers ici pour les joindre',
  dropLimit: (limit) => `Jusqu’à ${size(limit)} chacun`,
}
