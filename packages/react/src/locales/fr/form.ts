import type { FormStrings } from '../../strings/form.ts'
import { limitsOf, problemOf, type FormWords } from '../form-sentences.ts'
import { formatOf } from '../locale-format.ts'

const format = formatOf('fr')
const { number, plural, all, fileTypes, bytes, moment } = format

const characters = (count: number): string => plural(count, { one: '# caractère', other: '# caractères' })

const words: FormWords = {
  range: (min, max) => `De ${min} à ${max}.`,
  from: (min) => `À partir de ${min}.`,
  upTo: (max) => `Jusqu’à ${max}.`,
  moreThan: (limit) => `Plus de ${limit}.`,
  lessThan: (limit) => `Moins de ${limit}.`,
  wholeNumber: 'Un nombre entier.',
  multipleOf: (step) => `Un multiple de ${step}.`,
  charactersExactly: (count) => `${characters(count)}.`,
  charactersBetween: (min, max) => `De ${number(min)} à ${characters(max)}.`,
  charactersAtLeast: (count) => `Au moins ${characters(count)}.`,
  charactersAtMost: (count) => `Au plus ${characters(count)}.`,
  exactly: (count) => `Exactement ${count}.`,
  atLeast: (count) => `Au moins ${count}.`,
  atMost: (count) => `Au plus ${count}.`,
  problems: {
    required: 'Remplissez ce champ.',
    email: 'Saisissez une adresse e-mail complète, comme nom@example.com.',
    url: 'Saisissez une adresse web complète, comme https://example.com.',
    phone: 'Saisissez un numéro de téléphone, comme +33 1 23 45 67 89.',
    number: 'Saisissez un nombre.',
    whole: 'Saisissez un nombre entier.',
    date: 'Saisissez une date ou une heure complète.',
    option: 'Choisissez l’une des possibilités.',
    consent: 'Votre accord est nécessaire avant l’envoi.',
    json: 'Saisissez du JSON valide, les textes entre guillemets doubles.',
    upload: 'Attendez que le fichier soit arrivé, ou retirez-le.',
  },
  enterMultipleOf: (step) => `Saisissez un multiple de ${step}.`,
  enterMoreThan: (limit) => `Saisissez plus de ${limit}.`,
  enterLessThan: (limit) => `Saisissez moins de ${limit}.`,
  enterAtLeast: (limit) => `Saisissez ${limit} ou plus.`,
  enterAtMost: (limit) => `Saisissez ${limit} ou moins.`,
  enterNotBefore: (at) => `Saisissez ${at} ou plus tard.`,
  enterNotAfter: (at) => `Saisissez ${at} ou plus tôt.`,
  entriesAtLeast: (count) =>
    plural(count, { one: 'Donnez au moins # élément.', other: 'Donnez au moins # éléments.' }),
  entriesAtMost: (count) =>
    plural(count, { one: 'Donnez au plus # élément.', other: 'Donnez au plus # éléments.' }),
  useAtLeast: (count) => `Utilisez au moins ${characters(count)}.`,
  useAtMost: (count) => `Utilisez au plus ${characters(count)}.`,
  repeated: (entry) => `« ${entry} » y est deux fois. Donnez-le une seule fois.`,
  formats: {
    uuid: 'Saisissez un UUID, comme 3f2b8c1e-5a4d-4e6f-9b7a-0c1d2e3f4a5b.',
    ipv4: 'Saisissez une adresse IPv4, comme 192.0.2.7.',
    ipv6: 'Saisissez une adresse IPv6, comme 2001:db8::7.',
    hostname: 'Saisissez un nom d’hôte, comme example.com.',
    duration: 'Saisissez une durée, comme P3D ou PT20M.',
  },
  otherFormat: (name) => `Saisissez un texte de la forme « ${name} ».`,
}

export const form: FormStrings = {
  untitled: 'Informations',
  send: 'Envoyer les informations',
  decline: 'Refuser',
  cancel: 'Annuler',
  sending: 'Envoi de vos informations…',
  queued: 'Vos informations sont gardées et partiront au retour de la connexion.',
  sendAgain: 'Envoyer à nouveau',
  sendUnknown: 'Vos informations sont peut-être arrivées. On vérifie avant de les envoyer à nouveau.',
  sendFailed: 'Vos informations n’ont pas été envoyées.',
  draftKept({ hasSecrets, hasFiles }) {
    if (hasSecrets && hasFiles) return 'Brouillon gardé sur cet appareil, sans les secrets ni les fichiers'
    if (hasSecrets) return 'Brouillon gardé sur cet appareil, sans les secrets'
    return hasFiles
      ? 'Brouillon gardé sur cet appareil, sans les fichiers'
      : 'Brouillon gardé sur cet appareil'
  },
  optional: 'facultatif',
  choose: 'Choisir…',
  clear: 'Effacer',
  noMatch: 'Rien ne correspond.',
  matches: (count) => plural(count, { one: '# possibilité', other: '# possibilités' }),
  moreMatches: (count) =>
    plural(count, {
      one: '# autre possibilité : tapez pour réduire la liste',
      other: '# autres possibilités : tapez pour réduire la liste',
    }),
  removeChoice: (label) => `Retirer ${label}`,
  chosenCount: (count) => plural(count, { one: '# choisi', other: '# choisis' }),
  unknownType: (type) => `« ${type} » n’a pas de champ propre ici ; du texte simple suffit.`,
  json: 'Ce champ prend du JSON.',
  lines: 'Un par ligne.',
  limits: limitsOf(words, format),
  charactersLeft: (count) => (count < 0 ? `${characters(-count)} de trop` : `Encore ${characters(count)}`),
  stars: (value, most) => `${number(value)} sur ${number(most)}`,
  show: 'Afficher',
  hide: 'Masquer',
  fileAsText: 'On ne peut pas envoyer de fichier d’ici. Décrivez-le, ou collez un lien.',
  pickFile: (isMultiple) =>
    isMultiple ? 'Choisissez des fichiers, ou déposez-les ici' : 'Choisissez un fichier, ou déposez-le ici',
  fileLimits(accept, maxBytes) {
    if (accept !== null && maxBytes !== null) return `${fileTypes(accept)}, jusqu’à ${bytes(maxBytes)}`
    if (accept !== null) return fileTypes(accept)
    return maxBytes === null ? '' : `Jusqu’à ${bytes(maxBytes)}`
  },
  fileSize: bytes,
  uploading: (name) => `Envoi de ${name}…`,
  uploaded: (name) => `${name} est envoyé.`,
  uploadFailed: 'L’envoi du fichier a échoué.',
  tooLarge: (maxBytes) => `Plus grand que ${bytes(maxBytes)}.`,
  wrongType: (accept) => `N’est pas du type ${fileTypes(accept)}.`,
  retryFile: (name) => `Envoyer ${name} à nouveau`,
  removeFile: (name) => `Retirer ${name}`,
  files: (count) => plural(count, { one: '# fichier', other: '# fichiers' }),
  askedToo: (labels) => `Également demandé maintenant : ${all(labels)}.`,
  notAsked: (labels) => `N’est plus demandé : ${all(labels)}.`,
  chosen: 'Oui',
  notChosen: 'Non',
  empty: 'Laissé vide',
  secret: 'Envoyé, non conservé ici',
  moment,
  number,
  list: (entries) => entries.join(', '),
  summary: (count) => plural(count, { one: '# champ est à revoir', other: '# champs sont à revoir' }),
  definition: (count) =>
    plural(count, {
      one: 'Une partie de ce formulaire ne peut pas être affichée',
      other: '# parties de ce formulaire ne peuvent pas être affichées',
    }),
  nothingToFill: 'Il n’y a rien à remplir, donc rien à envoyer.',
  submitted: 'Vous avez envoyé ces informations.',
  answeredElsewhere: 'Une réponse a été donnée ailleurs.',
  declined: 'Vous avez refusé de donner ces informations.',
  cancelled: 'Vous avez fermé ceci sans répondre.',
  closed: 'Ces informations ne sont plus nécessaires.',
  closedWhileTyping: 'Ce que vous aviez saisi n’a pas été envoyé.',
  position: (name, step, steps) => `${name}, étape ${number(step)} sur ${number(steps)}`,
  pattern: 'Écrivez-le sous la forme demandée.',
  patternLike: (example) => `Écrivez-le sous la forme demandée, comme ${example}.`,
  problem: problemOf(words, format),
  loading: 'Chargement du formulaire…',
}
