import type { Link, Phase } from '@threadwork/core'
import type { News } from './item-news.ts'
import { isUrgent, type Moment } from './moment.ts'

/** Times in milliseconds. */
const timing = {
  /** What comes within this is ordered and told together. */
  settle: 250,
  /** A skill that is done sooner is only said to be done. */
  skill: 700,
  /** Silence after which it is said that something is going on. */
  working: 2500,
  /** A link that is lost or back for a shorter time is not worth a word. */
  link: 2000,
  /** An urgent sentence lets what is being said go on for so long at most. */
  patience: 1500,
  perCharacter: 55,
  shortest: 800,
  /** No sentence keeps the others waiting for longer. */
  longest: 5000,
} as const

/** More finished messages than this that wait at once are told as a number. */
const mostMessages = 3

interface Waiting {
  readonly topic: string
  readonly moment: Moment
  /** Client time in milliseconds from which it may be said. */
  readonly dueAt: number
}

/** What is still to be said. Times are client times in milliseconds. */
export interface SpeechQueue {
  readonly waiting: readonly Waiting[]
  /** When the last sentence began, and until when it is taken to last. */
  readonly startedAt: number
  readonly busyUntil: number
  /** What a listener believes of the link. */
  readonly toldLink: Link
}

export const silence: SpeechQueue = {
  waiting: [],
  startedAt: -Infinity,
  busyUntil: -Infinity,
  toldLink: 'live',
}

const delayOf = ({ type }: Moment): number => {
  switch (type) {
    case 'working':
      return timing.working
    case 'link':
      return timing.link
    case 'skill-running':
      return timing.skill
    case 'stopped':
      return 0
    default:
      return timing.settle
  }
}

/** Adds what is new. A newer word on the same topic takes the place of an older one that was not said yet. */
export const enqueue = (queue: SpeechQueue, news: readonly News[], now: number): SpeechQueue => {
  if (news.length === 0) return queue
  const topics = new Set(news.map(({ topic }) => topic))
  const added = news.flatMap(({ topic, moment }) =>
    moment === null ? [] : [{ topic, moment, dueAt: now + delayOf(moment) }],
  )
  // Whoever hears anything else knows that something is going on.
  const isOutdated = ({ topic, moment }: Waiting): boolean =>
    topics.has(topic) || (moment.type === 'working' && added.length > 0)
  return { ...queue, waiting: [...queue.waiting.filter((waiting) => !isOutdated(waiting)), ...added] }
}

const isBusy = (phase: Phase): boolean =>
  phase === 'sending' || phase === 'ai-running' || phase === 'skill-running'

/** Something is going on, or no more: a silence that lasts is broken once. */
export const hearPhase = (queue: SpeechQueue, before: Phase, after: Phase, now: number): SpeechQueue =>
  isBusy(before) === isBusy(after)
    ? queue
    : enqueue(queue, [{ topic: 'turn', moment: isBusy(after) ? { type: 'working' } : null }], now)

const isSameLink = (left: Link, right: Link): boolean => (left === 'live') === (right === 'live')

/** The link changed. A loss and a return are told once each, and neither where the other follows at once. */
export const hearLink = (queue: SpeechQueue, link: Link, now: number): SpeechQueue => {
  const pending = queue.waiting.find(({ moment }) => moment.type === 'link')
  if (isSameLink(queue.toldLink, link)) return enqueue(queue, [{ topic: 'link', moment: null }], now)
  const next = enqueue(queue, [{ topic: 'link', moment: { type: 'link', link } }], now)
  if (!pending) return next
  // It has been away all along, only otherwise: the wait does not begin anew.
  const kept = next.waiting.map((each) => (each.topic === 'link' ? { ...each, dueAt: pending.dueAt } : each))
  return { ...next, waiting: kept }
}

export type Urgency = 'assertive' | 'polite'

/** What is said in one breath. Several messages together are told as a number. */
export interface Utterance {
  readonly urgency: Urgency
  readonly moments: readonly Moment[]
}

const isSkill = ({ moment }: Waiting): boolean =>
  moment.type === 'skill-running' || moment.type === 'skill-done'
const isMessage = ({ moment }: Waiting): boolean => moment.type === 'message'

const politeBreath = (due: readonly Waiting[]): readonly Waiting[] => {
  const [first] = due
  if (!first) return []
  if (isSkill(first)) return due.filter(isSkill)
  if (!isMessage(first)) return [first]
  const messages = due.filter(isMessage)
  return messages.length > mostMessages ? messages : [first]
}

/** When an urgent sentence may begin: what is being said is heard for a moment at least. */
const urgentFrom = (queue: SpeechQueue): number =>
  Math.min(queue.busyUntil, queue.startedAt + timing.patience)

const urgentBreath = (queue: SpeechQueue, due: readonly Waiting[], now: number): readonly Waiting[] =>
  now >= urgentFrom(queue) ? due.filter(({ moment }) => isUrgent(moment)) : []

/** Takes what is to be said now; `null` when it is time for nothing. Tell `began` what it became. */
export const take = (queue: SpeechQueue, now: number): readonly [SpeechQueue, Utterance | null] => {
  const due = queue.waiting.filter(({ dueAt }) => dueAt <= now)
  // One that is about to be due holds the others back: first what needs a person, then the rest.
  const hasUrgent = queue.waiting.some(({ moment }) => isUrgent(moment))
  const breath = hasUrgent ? urgentBreath(queue, due, now) : now >= queue.busyUntil ? politeBreath(due) : []
  if (breath.length === 0) return [queue, null]
  const taken = new Set(breath)
  const moments = breath.map(({ moment }) => moment)
  const link = moments.find((moment) => moment.type === 'link')
  return [
    {
      ...queue,
      waiting: queue.waiting.filter((waiting) => !taken.has(waiting)),
      toldLink: link?.link ?? queue.toldLink,
    },
    { urgency: hasUrgent ? 'assertive' : 'polite', moments },
  ]
}

/** A sentence of so many characters has just begun. */
export const began = (queue: SpeechQueue, characters: number, now: number): SpeechQueue => ({
  ...queue,
  startedAt: now,
  busyUntil: now + Math.min(timing.longest, Math.max(timing.shortest, characters * timing.perCharacter)),
})

/** Milliseconds until it is worth asking `take` again; `null` when nothing waits. */
export const untilNext = (queue: SpeechQueue, now: number): number | null => {
  const urgent = queue.waiting.filter(({ moment }) => isUrgent(moment))
  const from = urgent.length > 0 ? urgentFrom(queue) : queue.busyUntil
  const times = (urgent.length > 0 ? urgent : queue.waiting).map(({ dueAt }) => Math.max(dueAt, from))
  return times.length === 0 ? null : Math.max(0, Math.min(...times) - now)
}
