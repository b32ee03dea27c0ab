import type { ApprovalStrings } from '../../strings/approval.ts'
import { formatOf } from '../locale-format.ts'

const { number, money, plural, day, instant } = formatOf('fr')

const types = {
  text: 'du texte',
  number: 'un nombre',
  'whole-number': 'un nombre entier',
  'yes-no': 'oui ou non',
  list: 'une liste',
  group: 'un groupe de valeurs',
} as const
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const approval: ApprovalStrings = {
  region: (skill, ordinal) =>
    ordinal === 1 ? `Approbation : ${skill}` : `Approbation : ${skill} (${ordinal})`,
  question: (skill) => ['Approuver « ', skill, ' » ?'],
  exactly: 'L’assistant veut exécuter ceci avec exactement ces valeurs.',
  nothing: 'Ceci s’exécute sans aucune valeur.',
  approve: 'Approuver',
  reject: 'Refuser',
  decision: 'Votre décision',
  retry: 'Réessayer',
  holdOn: 'Approuver devient possible quand la carte est restée immobile un instant.',
  showRaw: 'Afficher le JSON brut',
  hideRaw: 'Masquer le JSON brut',
  raw: 'JSON brut',
  tooDeep: 'Ces valeurs sont trop imbriquées pour être écrites en JSON.',
  parameters: 'Valeurs',
  showAll: (total) => plural(total, { one: 'Afficher le # caractère', other: 'Afficher les # caractères' }),
  showMoreText: (next, hidden) => `Afficher ${number(next)} des ${number(hidden)} caractères masqués`,
  showLess: 'Afficher moins',
  showMoreRows: (next, hidden) =>
    next === hidden
      ? plural(hidden, { one: 'Afficher l’autre valeur', other: 'Afficher les # autres valeurs' })
      : `Afficher ${number(next)} des ${number(hidden)} valeurs masquées`,
  partlyShown: (count) =>
    plural(count, {
      one: '# valeur n’est pas affichée en entier. Ouvrez-la avant de décider.',
      other: '# valeurs ne sont pas affichées en entier. Ouvrez-les avant de décider.',
    }),
  entries: (count) => plural(count, { one: '# élément', other: '# éléments' }),
  members: (count) => plural(count, { one: '# valeur', other: '# valeurs' }),
  entry: (position) => `nº ${position}`,
  level: (depth) => `niveau ${depth}`,
  missing: 'Manque, alors que la compétence en a besoin',
  undescribed: 'Non décrit par la compétence',
  otherType: (expected, actual) => `${capital(types[actual])}, là où la compétence décrit ${types[expected]}`,
  noChoice: 'Ne fait pas partie des choix que la compétence décrit',
  rounded: 'Trop grand pour être affiché exactement',
  yesNo: (value) => (value ? 'Oui' : 'Non'),
  number,
  money,
  date: (at, hasTime) => (hasTime ? instant(at) : day(at)),
  leadsTo: (host) => `Mène à ${host}`,
  choice: (label) => ['Signifie « ', label, ' »'],
  hiddenSigns:
    'Les signes invisibles, ou que l’on peut confondre avec d’autres, sont écrits ⟦U+…⟧, avec leur numéro Unicode.',
  edit: 'Modifier les valeurs',
  editing: 'Modifier les valeurs',
  editHint: 'Rien ne s’exécute avant que vous ayez relu et approuvé vos modifications.',
  review: 'Relire les modifications',
  cancelEdit: 'Retour',
  loadingForm: 'Chargement du formulaire…',
  changes: (count) => plural(count, { one: '# valeur modifiée', other: '# valeurs modifiées' }),
  noChanges: 'Rien n’est encore modifié.',
  before: 'Avant',
  after: 'Après',
  changedValue: 'Modifiée',
  removed: 'Retirée',
  added: 'Ajoutée',
  approveChanged: 'Approuver avec les modifications',
  editAgain: 'Modifier encore',
  reset: 'Revenir aux valeurs d’origine',
  reason: 'Motif (facultatif)',
  reasonDefault: 'L’utilisateur a refusé cette action.',
  reasonWarning: 'L’assistant lit le motif et peut le citer dans la conversation.',
  reasonPresets: [
    'Les valeurs ne sont pas bonnes.',
    'Pas maintenant.',
    'Ce n’est plus nécessaire.',
    'Je le ferai moi-même.',
  ],
  presets: 'Suggestions',
  confirmReject: 'Refuser',
  cancelReject: 'Retour',
  expiresIn: (seconds) =>
    `Expire dans ${seconds > 90 ? `${number(Math.ceil(seconds / 60))} min` : `${number(seconds)} s`}`,
  expiredNow: 'Expirée',
  expiredHint: 'Le délai de décision est passé. Rien n’a été exécuté.',
  queued: 'Votre décision est gardée et partira au retour de la connexion.',
  sending: (choice) => (choice === 'approved' ? 'Envoi de votre approbation…' : 'Envoi de votre refus…'),
  sendUnknown: 'Votre décision est peut-être arrivée. On vérifie avant de l’envoyer à nouveau.',
  sent: (choice) => (choice === 'approved' ? 'Approbation envoyée.' : 'Refus envoyé.'),
  sendFailed: 'Votre décision n’a pas été envoyée.',
  approvedByMe: 'Vous avez approuvé ceci.',
  approvedChanged: 'Vous avez approuvé ceci avec des modifications.',
  approvedElsewhere: 'Approuvé ailleurs.',
  approved: 'Approuvé.',
  rejectedByMe: 'Vous avez refusé ceci.',
  rejectedElsewhere: 'Refusé ailleurs.',
  rejected: 'Refusé.',
  resolved: 'N’attend plus de réponse.',
  resolvedElsewhere: 'Une réponse a été donnée ailleurs.',
  expired: 'Expiré avant toute réponse. Rien n’a été exécuté.',
  changed: 'Ce n’est pas ce qui aurait été exécuté ; rien ne l’a donc été. L’assistant redemande plus bas.',
  running: 'Approuvé. En cours…',
  completed: 'Approuvé et terminé.',
  failed: 'Approuvé, mais cela a échoué.',
  unknown: 'Approuvé. Personne n’a dit comment cela s’est passé.',
  tray: 'Approbations en attente',
  waiting: (count) =>
    plural(count, { one: '# approbation vous attend', other: '# approbations vous attendent' }),
  position: (index, count, skill) => [`${number(index)} sur ${number(count)} : `, skill],
  previous: 'Approbation précédente',
  next: 'Approbation suivante',
  trayKeys: 'Alt avec la flèche haut ou bas mène d’une approbation à l’autre.',
  readSoFar: (seen, count) => `${number(seen)} sur ${number(count)} vues en entier`,
  approveSeen: (count) =>
    plural(count, { one: 'Approuver celle qui a été vue…', other: 'Approuver les # vues…' }),
  rejectSeen: (count) => plural(count, { one: 'Refuser celle qui a été vue…', other: 'Refuser les # vues…' }),
  batchTitle: (choice, count) => {
    const what = plural(count, { one: 'cette demande', other: 'ces # demandes' })
    return choice === 'approved' ? `Approuver ${what} ?` : `Refuser ${what} ?`
  },
  batchHint: 'Seulement celles dont vous avez vu toutes les valeurs. Chacune est une décision à part.',
  batchConfirm: (choice, count) =>
    choice === 'approved' ? `Approuver (${number(count)})` : `Refuser (${number(count)})`,
  batchProgress: (arrived, failed, count) =>
    failed === 0
      ? `${number(arrived)} décisions sur ${number(count)} sont arrivées.`
      : `${number(arrived)} décisions sur ${number(count)} sont arrivées, ${number(failed)} non.`,
  batchGone: 'Une réponse a été donnée entre-temps ; elle est donc laissée de côté.',
  moreValues: (count) => plural(count, { one: 'et # autre valeur', other: 'et # autres valeurs' }),
  moreCharacters: (count) =>
    plural(count, { one: '… et # autre caractère', other: '… et # autres caractères' }),
  back: 'Retour',
  close: 'Fermer',
  show: 'Afficher',
}
