import type { ConversationEvent, EventEnvelope, Fact, HistoryMessage } from '@threadwork/core'
import { named } from './named.ts'
import type { ScenarioStep } from './scenario-step.ts'
import { timeOf } from './scenario-time.ts'
import { readWords, type Words } from './scenario-words.ts'

const head = /^(?<run>[^\s/]+)\/(?<seq>-|\d+)@(?<at>-|\d+(?:\.\d+)?)\s+(?<name>\S+)(?:\s+(?<rest>.*))?$/su
const messageHead = /^(?<id>[^\s@]+)@(?<at>\d+(?:\.\d+)?)\s+(?<role>user|genie|agent)(?:\s+(?<text>.*))?$/su

const unknown = (envelope: EventEnvelope, name: string, words: Words): ConversationEvent => ({
  ...envelope,
  type: 'unknown',
  name,
  payload: words.plain,
})

const skillOf = ({ plain: [skillName], call }: Words) =>
  skillName === undefined
    ? null
    : { skillName, skillId: null, callId: call === null ? null : named.call(call) }

const approval = (envelope: EventEnvelope, name: string, words: Words): ConversationEvent => {
  if (words.call === null) return unknown(envelope, name, words)
  return {
    ...envelope,
    type: 'approval-required',
    scope: name.startsWith('business') ? 'business' : 'skill',
    skillName: words.plain[0] ?? 'approval',
    skillId: null,
    callId: named.call(words.call),
    parameters: {},
    schema: [],
  }
}

const connection = (envelope: EventEnvelope, name: string, words: Words): ConversationEvent => {
  if (words.attempt === null) return unknown(envelope, name, words)
  const attemptId = named.attempt(words.attempt)
  if (name.endsWith('auth_success')) return { ...envelope, type: 'connection-authorized', attemptId }
  if (name.endsWith('auth_failed'))
    return { ...envelope, type: 'connection-failed', attemptId, error: words.plain.join(' ') || null }
  return { ...envelope, type: 'connection-required', attemptId, link: null }
}

const skill = (envelope: EventEnvelope, name: string, words: Words): ConversationEvent => {
  const reference = skillOf(words)
  if (reference === null) return unknown(envelope, name, words)
  if (name === 'skill.running') return { ...envelope, ...reference, type: 'skill-running' }
  if (name === 'skill.failed')
    return { ...envelope, ...reference, type: 'skill-failed', error: words.plain.slice(1).join(' ') }
  return { ...envelope, ...reference, type: 'skill-completed' }
}

const message = (envelope: EventEnvelope, name: string, words: Words): ConversationEvent => {
  const [id, ...text] = words.plain
  if (id === undefined) return unknown(envelope, name, words)
  return { ...envelope, type: 'message', messageId: named.message(id), text: text.join(' ') }
}

type Reader = (envelope: EventEnvelope, name: string, words: Words) => ConversationEvent

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['processing.started', (envelope) => ({ ...envelope, type: 'turn-started' })],
  ['processing.finished', (envelope) => ({ ...envelope, type: 'turn-ended' })],
  ['skill.running', skill],
  ['skill.completed', skill],
  ['skill.stopped', skill],
  ['skill.failed', skill],
  ['skill.confirmation_required', approval],
  ['business_approval.required', approval],
  ['runtime_connection.auth_required', connection],
  ['runtime_connection.auth_success', connection],
  ['runtime_connection.auth_failed', connection],
  ['agent.message', message],
])

/** Reads `r1/3@5 skill.completed Lookup`; `null` when the text is not in that notation. */
export const parseSseEvent = (text: string): ScenarioStep | null => {
  const { run, seq, at, name, rest = '' } = head.exec(text.trim())?.groups ?? {}
  if (run === undefined || seq === undefined || at === undefined || name === undefined) return null
  if (name === 'system.ping') return { type: 'signal', signal: 'ping' }
  if (name === 'system.stream_interrupted') return { type: 'signal', signal: 'interrupted' }
  const words = readWords(rest)
  const envelope: EventEnvelope = {
    runId: run === '-' ? null : named.run(run),
    seq: seq === '-' ? null : Number(seq),
    at: at === '-' ? null : timeOf(Number(at)),
    eventId: words.id,
  }
  const event = (readers.get(name) ?? unknown)(envelope, name, words)
  return { type: 'heard', fact: { type: 'event', event } }
}

/** Reads `u1@0 user hello` as the history tells it; `null` when the text is not in that notation. */
export const parseHistoryMessage = (text: string): Fact | null => {
  const { id, at, role, text: content = '' } = messageHead.exec(text.trim())?.groups ?? {}
  if (id === undefined || at === undefined) return null
  const read: HistoryMessage = {
    messageId: named.message(id),
    role: role === 'user' ? 'user' : 'agent',
    text: readWords(content).plain.length === 1 ? (readWords(content).plain[0] ?? '') : content,
    runId: null,
    at: timeOf(Number(at)),
    intentId: null,
    revision: 0,
  }
  return { type: 'history-message', message: read }
}
