import type { BackendState, ConnectionRead, Decision, Fact } from '@threadwork/core'
import { named } from './named.ts'
import type { Field } from './scenario-field.ts'
import { parseHistoryMessage, parseSseEvent } from './scenario-sse-notation.ts'
import type { ScenarioStep, SseScenario } from './scenario-step.ts'

const states: Readonly<Record<string, BackendState>> = {
  idle: 'idle',
  ai_running: 'ai-running',
  skill_processing: 'skill-running',
  awaiting_approval: 'awaiting-approval',
}

const resolutions: Readonly<Record<string, Decision['resolution']>> = {
  approved: 'approved',
  rejected: 'rejected',
  resolved: 'resolved',
}

const connectionStates: Readonly<Record<string, ConnectionRead['status']>> = {
  auth_required: 'auth-required',
  failed: 'failed',
  authorized: 'authorized',
  skipped: 'skipped',
}

const links: Readonly<Record<string, string>> = { live: 'live', recovering: 'recovering', offline: 'offline' }
const eventForm = 'an event such as "r1/3@5 skill.completed Lookup"'
const messageForm = 'a message such as "u1@0 user hello"'

const decodeEvent = (field: Field): ScenarioStep => {
  const step = parseSseEvent(field.text(eventForm))
  if (step === null) throw field.expected(eventForm)
  return step
}

const decodeMessage = (field: Field): Fact => {
  const fact = parseHistoryMessage(field.text(messageForm))
  if (fact === null) throw field.expected(messageForm)
  return fact
}

const decodeState = (field: Field): Fact => {
  field.refuseOthers(['state', 'updated_at'])
  const state = field.at('state').choice(states)
  const updated = field.at('updated_at')
  const text = updated.optionalText('a time such as "2026-01-01T12:00:06.000Z"')
  const at = text === null ? null : Date.parse(text)
  if (Number.isNaN(at)) throw updated.expected('a time such as "2026-01-01T12:00:06.000Z"')
  return { type: 'backend-state', state, at }
}

const decodeRead = (field: Field): ScenarioStep => {
  field.refuseOthers(['events', 'messages', 'conv'])
  const facts: Fact[] = []
  const events = field.at('events')
  const messages = field.at('messages')
  const conversation = field.at('conv')
  for (const event of events.isAbsent ? [] : events.list()) {
    const step = decodeEvent(event)
    if (step.type === 'heard') facts.push(step.fact)
  }
  for (const message of messages.isAbsent ? [] : messages.list()) facts.push(decodeMessage(message))
  if (!conversation.isAbsent) facts.push(decodeState(conversation))
  return { type: 'read', facts }
}

const decodeDecision = (field: Field): ScenarioStep => {
  field.refuseOthers(['approve', 'as', 'by'])
  const as = field.at('as')
  const by = field.at('by')
  const decision: Decision = {
    callId: named.call(field.at('approve').text('the id of a call')),
    resolution: as.isAbsent ? 'approved' : as.choice(resolutions),
    by: by.isAbsent ? 'me' : by.choice<Decision['by']>({ me: 'me', elsewhere: 'elsewhere' }),
  }
  return { type: 'heard', fact: { type: 'decision', decision } }
}

const decodeConnection = (field: Field): ScenarioStep => {
  field.refuseOthers(['conn', 'status'])
  const connection: ConnectionRead = {
    attemptId: named.attempt(field.at('conn').text('the id of an attempt')),
    status: field.at('status').choice(connectionStates),
    link: null,
  }
  return { type: 'heard', fact: { type: 'connection', connection } }
}

const decodeSend = (field: Field): ScenarioStep => {
  field.refuseOthers(['send', 'ack', 'run'])
  const run = field.at('run').optionalText('the id of a run')
  const ack = field.at('ack').optionalText('the id that the history gives it')
  return {
    type: 'send',
    intentId: named.intent(field.at('send').text('the local id of a message')),
    messageId: ack === null ? null : named.message(ack),
    runId: run === null ? null : named.run(run),
  }
}

const decoders: Readonly<Record<string, (field: Field) => ScenarioStep>> = {
  msg: (field) => ({ type: 'heard', fact: decodeMessage(field.at('msg')) }),
  rebuild: (field) => decodeRead(field.at('rebuild')),
  eof: () => ({ type: 'signal', signal: 'eof' }),
  conv: (field) => ({ type: 'heard', fact: decodeState(field.at('conv')) }),
  approve: decodeDecision,
  conn: decodeConnection,
  send: decodeSend,
}

const decodeStep = (field: Field): ScenarioStep => {
  if (typeof field.value === 'string') return decodeEvent(field)
  const what = `${eventForm}, or an object with one of ${Object.keys(decoders).join(', ')}`
  if (typeof field.value !== 'object' || field.value === null || Array.isArray(field.value))
    throw field.expected(what)
  const name = field.keys().find((key) => Object.hasOwn(decoders, key))
  const decode = name === undefined ? undefined : decoders[name]
  if (decode === undefined) throw field.expected(what)
  return decode(field)
}

const decodePermutable = (field: Field): boolean => {
  if (field.isAbsent) return true
  if (typeof field.value !== 'boolean') throw field.expected('true or false')
  return field.value
}

/** Decodes one scenario of the list `sse`; throws a `ScenarioError` that names what is wrong where. */
export const decodeSseScenario = (field: Field): SseScenario => {
  const id = field.at('id', 'a scenario').text('the id of the scenario')
  const own = field.within(id)
  const link = own.at('link')
  return {
    wire: 'sse',
    id,
    title: own.at('title').optionalText() ?? '',
    steps: own.at('steps').list('a list of steps').map(decodeStep),
    isPermutable: decodePermutable(own.at('perm')),
    timeline: own
      .at('timeline')
      .list('a list of timeline lines')
      .map((line) => line.text('a timeline line')),
    status: own.at('status').optionalText('a status such as "idle"'),
    link: link.isAbsent ? null : link.choice(links),
  }
}
