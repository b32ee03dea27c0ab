import type { ConnectionStrings } from '../../strings/connection.ts'
import type { RendererStrings } from '../../strings/renderer.ts'
import type { ResultStrings } from '../../strings/result.ts'
import type { SkillStrings } from '../../strings/skill.ts'
import type { WorkflowStrings } from '../../strings/workflow.ts'
import { formatOf } from '../locale-format.ts'

const { number, plural } = formatOf('fr')

export const connection: ConnectionStrings = {
  region: (service) => `Connexion : ${service}`,
  title: (service) => (service === null ? 'Connectez votre compte' : `Connectez votre compte ${service}`),
  account: (service) => (service === null ? 'Compte' : `Compte ${service}`),
  anyService: 'service',
  why: 'Nécessaire une fois, pour que l’assistant puisse agir en votre nom.',
  connect: 'Connecter votre compte',
  renew: 'Obtenir un nouveau lien',
  tryAgain: 'Réessayer',
  skip: 'Passer',
  opens: (host) => `ouvre ${host}`,
  opening: 'Un nouveau lien arrive dans la fenêtre qui s’est ouverte…',
  opened: 'Continuez dans la fenêtre qui s’est ouverte. Cette carte remarque quand vous avez fini.',
  returned: 'Terminé ? Nous vérifions.',
  openYourself: 'Pas de fenêtre ? Ouvrez-la ici.',
  blocked:
    'Votre navigateur n’a laissé aucune fenêtre s’ouvrir. Suivez plutôt ce lien ; la carte continue d’elle-même.',
  openPage: (host) => `Ouvrir ${host}`,
  copyLink: 'Copier le lien',
  copied: 'Copié',
  copyFailed: 'Non copié : le navigateur ne le permet pas ici.',
  expiresIn: (span) => `Le lien marche encore ${span} au plus.`,
  expired: 'Ce lien a expiré.',
  expiredWhileOpen:
    'Le lien a expiré pendant que sa fenêtre était ouverte. Si vous y avez terminé, la carte le remarquera ; sinon, obtenez un nouveau lien.',
  again: 'Voici un nouveau lien. La fenêtre ouverte auparavant ne marche peut-être plus.',
  noLink: 'Il n’y a pas encore de lien.',
  renewing: 'Obtention d’un nouveau lien…',
  renewFailed: 'Aucun nouveau lien n’est venu. Réessayez dans un instant.',
  renewSame: 'Il n’y a pas de lien plus récent que celui-ci.',
  notSecure: (host) => `Non ouvert : le lien vers ${host} n’est pas chiffré (https).`,
  notAllowed: (host) =>
    `Non ouvert : ${host} n’est pas sur la liste des sites de connexion de confiance de cette application.`,
  notAnAddress: 'Non ouvert : le lien n’est pas une adresse web.',
  authorized: (service) => `${service} est connecté.`,
  authorizedWaiting: 'L’assistant continue dans un instant.',
  failed: 'Le compte n’a pas été connecté.',
  skipped: 'Vous avez passé cette étape.',
  closed: 'La conversation a continué sans cela.',
  skipQuestion: 'Continuer sans le compte ? Ce que vous avez commencé dans la fenêtre ne servira alors pas.',
  keepWaiting: 'Attendre encore',
  skipping: 'Passage…',
  skipUnknown: 'Votre choix est peut-être arrivé. On vérifie avant de l’envoyer à nouveau.',
  skipFailed: 'Votre choix n’a pas été envoyé.',
}

export const skill: SkillStrings = {
  running: 'En cours',
  completed: 'Terminé',
  failed: 'Échec',
  unknown: 'Issue inconnue',
  unknownNote: 'Le tour est fini et personne n’a dit comment cela s’est passé.',
  retry: 'Réessayer',
  label: (name) => `Compétence : ${name}`,
  skillId: 'Identifiant de la compétence',
  count: (skills) => plural(skills, { one: '# compétence', other: '# compétences' }),
  progress: ({ done, running, failed, unknown }) =>
    [
      done > 0 ? plural(done, { one: '# terminée', other: '# terminées' }) : '',
      failed > 0 ? plural(failed, { one: '# échouée', other: '# échouées' }) : '',
      unknown > 0 ? plural(unknown, { one: '# inconnue', other: '# inconnues' }) : '',
      running > 0 ? `${number(running)} en cours` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
}

export const result: ResultStrings = {
  loading: 'Récupération du résultat…',
  failed: (reason) => `Le résultat n’a pas pu être récupéré. ${reason}`,
  retry: 'Réessayer',
  nothing: 'Aucun résultat.',
  label: (name) => `Résultat de ${name}`,
  chart: 'Graphique',
  table: 'Tableau',
  view: 'Affichage',
  rows: (shown, count) => `${number(shown)} sur ${plural(count, { one: '# ligne', other: '# lignes' })}`,
  showMore: (rows) => `En afficher ${number(rows)} de plus`,
  copyCsv: 'Copier en CSV',
  copied: 'Copié',
  empty: 'aucune valeur',
  yes: 'Oui',
  no: 'Non',
  number,
}

export const workflow: WorkflowStrings = {
  region: (name) => `Processus : ${name}`,
  unnamed: 'Processus',
  progressLabel: (name) => `Avancement de ${name}`,
  progress: (done, total) => `${number(done)} sur ${number(total)}`,
  position: (step, steps, message) => `Étape ${number(step)} sur ${number(steps)} : ${message}`,
  steps: {
    pending: 'Pas commencée',
    running: 'En cours',
    'awaiting-input': 'Attend vos informations',
    completed: 'Terminée',
    failed: 'Échouée',
    cancelled: 'Annulée',
    unknown: 'Issue inconnue',
  },
  statuses: {
    running: 'En cours',
    'awaiting-input': 'Vous attend',
    completed: 'Terminé',
    halted: 'Arrêté',
    cancelled: 'Annulé',
    ended: 'Fini',
  },
  attempts: (count) => `essai ${number(count)}`,
  stepsLabel: 'Étapes',
  noSteps: 'Aucune étape n’a encore commencé.',
  retry: 'Réessayer',
  retrying: 'Nouvel essai…',
  retryFailed: 'Le nouvel essai n’a pas été envoyé.',
  halted: 'Arrêté à l’étape échouée. Rien après elle n’a été exécuté.',
  haltedWhole: 'Ceci s’est arrêté avant la fin. Rien de plus n’a été exécuté.',
  haltedNoWay: 'Réessayer n’est pas possible ici.',
  escalate: 'Demander l’aide d’une personne',
  ended: 'C’est fini. Personne n’a dit comment la dernière étape s’est passée.',
  cancelled: 'Ceci a été annulé. Plus rien n’en sera exécuté.',
  background: 'En arrière-plan',
  backgroundOf: (step) => (step === '' ? 'En arrière-plan' : `En arrière-plan, depuis « ${step} »`),
  inBackground: (count) => `${number(count)} en arrière-plan`,
  backgroundFailed: 'Seule cette partie s’est arrêtée. Le reste continue.',
}

export const renderer: RendererStrings = {
  broken: 'La carte propre à la page n’a pas pu être affichée. Voici la carte habituelle.',
  brokenField: 'Le champ propre à la page n’a pas pu être affiché. Voici le champ habituel.',
}
