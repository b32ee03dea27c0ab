import type { ConversationEvent } from './events.ts'
import type { RunId } from './ids.ts'

/** The events of one run, each once, in the server's order. */
export interface RunFacts {
  /** Empty for events that name no run. */
  readonly id: RunId
  /** Numbered events, ascending by `seq`. */
  readonly numbered: ConversationEvent[]
  /** Unnumbered events, ascending by time, then by key. */
  readonly loose: LooseEvent[]
  /** Grows with every fact that concerns the run. */
  revision: number
  /** Grows when the past changed, so that a fold over the run has to start anew. */
  shuffles: number
}

export interface LooseEvent {
  readonly key: string
  readonly event: ConversationEvent
}

export const createRunFacts = (id: RunId): RunFacts => ({
  id,
  numbered: [],
  loose: [],
  revision: 0,
  shuffles: 0,
})

// The subject tells events of one type at one time apart where the wire gives neither number nor id.
const subjectOf = (event: ConversationEvent): string => {
  if ('callId' in event && event.callId !== null) return event.callId
  if ('attemptId' in event) return event.attemptId
  if ('skillName' in event) return event.skillName
  if ('stepId' in event) return event.stepId
  return event.type === 'unknown' ? event.name : ''
}

const keyOf = (event: ConversationEvent): string => {
  if (event.eventId !== null) return `id:${event.eventId}`
  if (event.type === 'message') return `msg:${event.messageId}`
  return `print:${event.type}:${subjectOf(event)}:${event.at ?? ''}`
}

// The first index whose seq is not below the wanted one; in-order events stop at the last.
const indexOfSeq = (events: readonly ConversationEvent[], seq: number): number => {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((events[middle]?.seq ?? 0) < seq) low = middle + 1
    else high = middle
  }
  return low
}

const addNumbered = (run: RunFacts, event: ConversationEvent, seq: number): boolean => {
  const { numbered } = run
  const last = numbered[numbered.length - 1]
  if (last === undefined || (last.seq ?? 0) < seq) {
    numbered.push(event)
    if (run.loose.length > 0) run.shuffles += 1
    return true
  }
  const index = indexOfSeq(numbered, seq)
  if (numbered[index]?.seq === seq) return false
  numbered.splice(index, 0, event)
  run.shuffles += 1
  return true
}

const isBefore = (a: LooseEvent, b: LooseEvent): boolean => {
  const aAt = a.event.at ?? Infinity
  const bAt = b.event.at ?? Infinity
  return aAt === bAt ? a.key < b.key : aAt < bAt
}

const addLoose = (run: RunFacts, event: ConversationEvent): boolean => {
  const entry: LooseEvent = { key: keyOf(event), event }
  if (run.loose.some((known) => known.key === entry.key)) return false
  const index = run.loose.findIndex((known) => isBefore(entry, known))
  run.loose.splice(index === -1 ? run.loose.length : index, 0, entry)
  run.shuffles += 1
  return true
}

/** Adds an event unless the run has it. First writer wins: an event never changes. */
export const addToRun = (run: RunFacts, event: ConversationEvent): boolean => {
  const isNew = event.seq === null ? addLoose(run, event) : addNumbered(run, event, event.seq)
  if (isNew) run.revision += 1
  return isNew
}

// Behind the last numbered event that is not younger.
const slotOf = (numbered: readonly ConversationEvent[], at: number | null): number => {
  if (at === null) return numbered.length
  for (let index = numbered.length - 1; index >= 0; index -= 1) {
    const known = numbered[index]?.at
    if (known !== null && known !== undefined && known <= at) return index + 1
  }
  return 0
}

/** The run's events in the order that the server's own fields give. */
export const orderedEvents = (run: RunFacts): readonly ConversationEvent[] => {
  if (run.loose.length === 0) return run.numbered
  const ordered: ConversationEvent[] = []
  const slots = run.loose.map(({ event }) => ({ event, slot: slotOf(run.numbered, event.at) }))
  slots.sort((a, b) => a.slot - b.slot) // stable: equal slots keep their order by time
  let next = 0
  for (const [index, event] of run.numbered.entries()) {
    for (; (slots[next]?.slot ?? Infinity) <= index; next += 1) ordered.push(slots[next]?.event ?? event)
    ordered.push(event)
  }
  for (; next < slots.length; next += 1) {
    const late = slots[next]
    if (late) ordered.push(late.event)
  }
  return ordered
}

/** Whether numbers are missing before the newest: events were lost on the way. */
export const hasGap = (run: RunFacts): boolean => {
  const newest = run.numbered[run.numbered.length - 1]?.seq ?? 0
  return run.numbered.length < newest
}
