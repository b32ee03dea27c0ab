import type { AnnouncementStrings } from '../../strings/announcement.ts'
import type { MarkdownStrings } from '../../strings/markdown.ts'
import type { MessageStrings } from '../../strings/message.ts'
import { formatOf } from '../locale-format.ts'
import { skill as skillWords } from './cards.ts'

const { number, plural, few } = formatOf('fr')

const withReason = (sentence: string, reason: string | null): string =>
  reason === null ? `${sentence}.` : `${sentence} : ${reason}`

export const announcement: AnnouncementStrings = {
  message: (agent, text) => `${agent} : ${text}`,
  messages: (count, agent) =>
    `${plural(count, { one: '# nouveau message', other: '# nouveaux messages' })} de ${agent}.`,
  continues: '… Le message continue.',
  codeBlock: (language, lines) =>
    `Bloc de code, ${language === null ? '' : `${language}, `}${plural(lines, { one: '# ligne', other: '# lignes' })}.`,
  table: (rows, columns) =>
    `Tableau, ${plural(rows, { one: '# ligne', other: '# lignes' })}, ${plural(columns, { one: '# colonne', other: '# colonnes' })}.`,
  working: (agent) => `${agent} travaille.`,
  notSent: (problem) => withReason('Votre message n’a pas été envoyé', problem),
  skillsRunning: (skills) => `En cours : ${few(skills, skillWords.count(skills.length))}.`,
  skillsDone: (skills) => `Terminé : ${few(skills, skillWords.count(skills.length))}.`,
  skillFailed: (skill, error) => withReason(`${skill} a échoué`, error),
  approval: (skill) => `Votre approbation est nécessaire pour ${skill}.`,
  answeredElsewhere: (skill) => `Une réponse a été donnée ailleurs pour ${skill}.`,
  expired: (skill) => `Le délai de réponse pour ${skill} est passé.`,
  connection: (service) =>
    service ? `Votre compte ${service} est nécessaire.` : 'L’un de vos comptes est nécessaire.',
  connected: (service) => (service ? `${service} est connecté.` : 'Le compte est connecté.'),
  connectionFailed: (service) =>
    service ? `${service} n’a pas pu être connecté.` : 'Le compte n’a pas pu être connecté.',
  form: (message) => `Des informations sont nécessaires : ${message}`,
  needs: (count) =>
    plural(count, { one: '# carte a besoin de vous.', other: '# cartes ont besoin de vous.' }),
  failures: (count) => plural(count, { one: '# chose a échoué.', other: '# choses ont échoué.' }),
  step: ({ workflow, step, steps, message }) =>
    `${workflow || 'Processus'}, étape ${number(step)} sur ${number(steps)} : ${message}`,
  halted: ({ workflow, step, error }) => {
    const name = workflow || 'Le processus'
    return withReason(step === null ? `${name} s’est arrêté` : `${name} s’est arrêté à « ${step} »`, error)
  },
  completed: (workflow) => `${workflow || 'Le processus'} est terminé.`,
  cancelled: (workflow) => `${workflow || 'Le processus'} a été annulé.`,
  ended: (workflow) => `${workflow || 'Le processus'} est fini.`,
  background: ({ workflow, message }) => `${workflow || 'Processus'}, en arrière-plan : ${message}`,
  backgroundFailed: ({ workflow, step, error }) =>
    withReason(`« ${step} » a échoué en arrière-plan de ${workflow || 'ce processus'}`, error),
  scripted: 'Cette réponse est scriptée.',
  links: {
    live: 'De nouveau connecté.',
    recovering: 'Connexion perdue. Reconnexion.',
    offline: 'Vous êtes hors ligne.',
  },
  stopped: 'Vous n’écoutez plus. L’exécution elle-même peut continuer.',
}

export const message: MessageStrings = {
  you: 'Vous',
  assistant: 'Assistant',
  label: (writer, time) => (time === null ? writer : `${writer}, ${time}`),
  queued: 'En attente d’envoi',
  sending: 'Envoi…',
  unknown: 'Il est peut-être arrivé. On vérifie avant de l’envoyer à nouveau.',
  failed: 'Non envoyé.',
  retry: 'Réessayer',
  copy: 'Copier le message',
  copied: 'Copié',
  good: 'Bonne réponse',
  bad: 'Mauvaise réponse',
  whatWasWrong: 'Qu’est-ce qui n’allait pas ? (facultatif)',
  sendFeedback: 'Envoyer l’avis',
  thanks: 'Merci de nous l’avoir dit.',
  feedbackFailed: (reason) => `Votre avis n’a pas été envoyé. ${reason}`,
  discard: 'Abandonner',
  eventsExpired: 'L’activité des compétences avant ce point n’est plus conservée.',
  conversationClosed: 'Cette conversation est fermée.',
  scripted: 'Scripté',
  scriptedHint: 'Le modèle scripté a jugé ceci. Aucun vrai modèle n’a été interrogé.',
  offers: 'Réponses et liens proposés',
  sends: (text) => `Envoie « ${text} »`,
  moreOffers: (count) => `En montrer ${number(count)} de plus`,
  fewerOffers: 'En montrer moins',
  unsafeLink: 'Ce lien ne peut pas être ouvert en toute sécurité.',
}

export const markdown: MarkdownStrings = {
  copy: 'Copier',
  copied: 'Copié',
  code: 'Code',
  codeIn: (language) => (language === null ? 'Code' : `Code en ${language}`),
  table: 'Tableau',
  image: 'Image',
  imageNamed: (alternative) => `Image : ${alternative}`,
  loadImage: (host) => `Charger l’image de ${host}`,
  imageBlocked: (host) => `non chargée de ${host}`,
  imageFailed: (host) => `n’a pas pu être chargée de ${host} ici`,
  openImage: 'Ouvrir l’image',
  opens: (host) => `Ouvre ${host} dans un nouvel onglet`,
  writesTo: (address) => `Écrit à ${address}`,
  formula: 'Formule',
  formulaFailed: 'n’a pas pu être dessinée comme formule',
  diagram: 'Schéma',
  diagramNamed: (title) => (title === '' ? 'Schéma' : `Schéma : ${title}`),
  diagramDrawing: 'Dessin du schéma…',
  diagramFailed: 'Ce schéma n’a pas pu être dessiné. Sa source :',
  showSource: 'Afficher la source',
  hideSource: 'Masquer la source',
  taskDone: 'Fait :',
  taskOpen: 'À faire :',
  notes: 'Notes',
  note: (count) => `Note ${number(count)}`,
  backToText: (count, place) =>
    place === 1
      ? `Retour à l’appel ${number(count)}`
      : `Retour à l’appel ${number(count)}, emplacement ${number(place)}`,
  broken: 'Ce message n’a pas pu être dessiné. Son texte :',
}
