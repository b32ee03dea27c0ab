import type { AnnouncementStrings } from '../strings/announcement.ts'
import type { Moment } from './moment.ts'
import type { Utterance } from './speech-queue.ts'
import { spokenText } from './spoken-text.ts'

/** A message longer than this, in characters, is cut: the reader finds the rest in the thread. */
const longestMessage = 500

/** More urgent sentences than this at once are told as a number. */
const mostUrgent = 3

type MomentOf<Type extends Moment['type']> = Extract<Moment, { readonly type: Type }>

/** The words, and who the agent's messages are from. */
export interface Speaker {
  readonly strings: AnnouncementStrings
  readonly agent: string
}

const sentenceOf = (moment: Moment, { strings, agent }: Speaker): string => {
  switch (moment.type) {
    case 'message':
      return [
        strings.message(agent, spokenText(moment.text, longestMessage, strings)),
        ...(moment.isScripted ? [strings.scripted] : []),
      ].join(' ')
    case 'not-sent':
      return strings.notSent(moment.problem)
    case 'skill-running':
      return strings.skillsRunning([moment.skill])
    case 'skill-done':
      return strings.skillsDone([moment.skill])
    case 'skill-failed':
      return strings.skillFailed(moment.skill, moment.error)
    case 'approval':
      return strings.approval(moment.skill)
    case 'answered-elsewhere':
      return strings.answeredElsewhere(moment.skill)
    case 'expired':
      return strings.expired(moment.skill)
    case 'connection':
      return strings.connection(moment.service)
    case 'connected':
      return strings.connected(moment.service)
    case 'connection-failed':
      return strings.connectionFailed(moment.service)
    case 'form':
      return strings.form(moment.message)
    case 'step':
      return strings.step(moment)
    case 'background':
      return strings.background(moment)
    case 'background-failed':
      return strings.backgroundFailed(moment)
    case 'halted':
      return strings.halted(moment)
    case 'workflow-over':
      return strings[moment.status](moment.workflow)
    case 'working':
      return strings.working(agent)
    case 'link':
      return strings.links[moment.link]
    case 'stopped':
      return strings.stopped
  }
}

const isOf =
  <Type extends Moment['type']>(...types: readonly Type[]) =>
  (moment: Moment): moment is MomentOf<Type> =>
    types.some((type) => type === moment.type)

const isNeed = isOf('approval', 'connection', 'form')

const skillNames = (moments: readonly Moment[], type: 'skill-running' | 'skill-done'): readonly string[] =>
  moments
    .filter(isOf('skill-running', 'skill-done'))
    .flatMap((each) => (each.type === type ? [each.skill] : []))

const skillSentences = (moments: readonly Moment[], { strings }: Speaker): readonly string[] => {
  const running = skillNames(moments, 'skill-running')
  const done = skillNames(moments, 'skill-done')
  return [
    ...(done.length > 0 ? [strings.skillsDone(done)] : []),
    ...(running.length > 0 ? [strings.skillsRunning(running)] : []),
  ]
}

const urgentSentences = (moments: readonly Moment[], speaker: Speaker): readonly string[] => {
  if (moments.length <= mostUrgent) return moments.map((moment) => sentenceOf(moment, speaker))
  const needs = moments.filter(isNeed).length
  const failures = moments.length - needs
  return [
    ...(needs > 0 ? [speaker.strings.needs(needs)] : []),
    ...(failures > 0 ? [speaker.strings.failures(failures)] : []),
  ]
}

/** What is said in one breath, in words. */
export const wordsOf = ({ urgency, moments }: Utterance, speaker: Speaker): string => {
  const [first] = moments
  if (!first) return ''
  if (urgency === 'assertive') return urgentSentences(moments, speaker).join(' ')
  if (moments.some(isOf('skill-running', 'skill-done'))) return skillSentences(moments, speaker).join(' ')
  if (moments.length > 1) return speaker.strings.messages(moments.length, speaker.agent)
  return sentenceOf(first, speaker)
}
