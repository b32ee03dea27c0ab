import { chooseScenario, scriptFor } from '../agent/choose-scenario.ts'
import { withFile } from '../agent/file.ts'
import type { WireName } from '../agent/scenario.ts'
import type { User } from '../config.ts'
import { factsOwner, readConversation } from '../conversation.ts'
import { type BackendContext, isoTime } from '../context.ts'
import type { FactsOwner } from '../facts/facts-event.ts'
import { HttpProblem } from '../problem.ts'
import { type RunLog, createRunLog } from '../run-log.ts'
import type { MessageRecord, TurnRecord } from '../store/records.ts'
import { advance, endTurn } from './advance.ts'
import type { Beat } from './beat.ts'
import { emit, saveTurn, touch } from './emit.ts'
import { applyInput } from './workflow-run.ts'

/** What a person sends. `wire` is the way that it came: not every scenario can be told on both. */
export interface Incoming {
  readonly user: User
  readonly conversationId: string
  readonly text: string
  readonly wire: WireName
  readonly fileId?: string | null
  readonly clientMessageId?: string | null
}

export interface StartedTurn {
  readonly log: RunLog
  readonly message: MessageRecord
}

const longestTopic = 60

/** Takes a message and starts the turn that answers it. A 409 while another turn runs or waits. */
export function startTurn(context: BackendContext, incoming: Incoming): StartedTurn {
  const conversation = readConversation(context, incoming.user, incoming.conversationId)
  refuseForeignFile(context, incoming)
  const previous = conversation.turnId === null ? null : context.store.get('turns', conversation.turnId)
  if (previous) makeRoom(context, previous)
  const runId = context.makeId('run')
  const message = keepMessage(context, incoming)
  hearMessage(context, factsOwner(conversation, incoming.user), incoming.text)
  touch(context, conversation.id, {
    turnId: runId,
    topic: conversation.topic ?? topicOf(incoming.text),
  })
  const log = createRunLog(runId, conversation.id, [])
  context.logs.set(runId, log)
  const file = incoming.fileId ? context.store.get('files', incoming.fileId) : null
  const script = scriptFor(chooseScenario(incoming.text), incoming.wire, incoming.text)
  const todo = file ? withFile(file, script) : script
  begin(context, newTurn(context, { id: runId, parent: conversation.id, todo, isHidden: false }))
  return { log, message }
}

/** A turn that has not played a beat. */
export const newTurn = (
  context: BackendContext,
  turn: {
    readonly id: string
    readonly parent: string
    readonly todo: readonly Beat[]
    readonly isHidden: boolean
  },
): TurnRecord => ({
  ...turn,
  at: context.clock.now(),
  status: 'running',
  waiting: null,
  seq: 0,
  runningSkills: [],
})

/** Plays a new turn from its first event on. */
export function begin(context: BackendContext, turn: TurnRecord): void {
  emit(context, saveTurn(context, turn), { type: 'processing.started' })
  advance(context, turn.id)
}

function makeRoom(context: BackendContext, turn: TurnRecord): void {
  if (turn.status === 'ended' || turn.status === 'left') return
  const workflow =
    turn.waiting?.type === 'workflow' ? context.store.get('workflows', turn.waiting.workflowId) : null
  // A halted workflow must not lock the conversation: whoever writes on gives it up.
  if (workflow?.run.status === 'halted') {
    return applyInput(context, workflow.id, { type: 'cancel' }, (halted) => endTurn(context, halted))
  }
  const detail =
    turn.status === 'waiting'
      ? 'The assistant waits for you: answer what it asked, or cancel it, and send the message then.'
      : 'The assistant is still at work on the last message. Wait until it has finished, and send the message then.'
  throw new HttpProblem(409, detail, { error_code: 'turn_in_progress' })
}

function refuseForeignFile(context: BackendContext, { fileId, conversationId }: Incoming): void {
  if (!fileId || context.store.get('files', fileId)?.parent === conversationId) return
  const sentence = 'This file is not in this conversation. Upload it here first, and send its file_id.'
  throw new HttpProblem(422, sentence, { errors: { file_id: [sentence] } })
}

// What listens to conversations starts beside the turn that answers.
function hearMessage({ automation, reportDefect }: BackendContext, owner: FactsOwner, text: string): void {
  automation.facts.noteMessage(owner, text)
  automation.dispatcher.onMessage(owner, text).catch(reportDefect)
}

function keepMessage(context: BackendContext, incoming: Incoming): MessageRecord {
  const message: MessageRecord = {
    id: context.makeId('msg'),
    parent: incoming.conversationId,
    at: context.clock.now(),
    source: 'user',
    content: incoming.text,
    runId: null,
    clientMessageId: incoming.clientMessageId ?? null,
    fileId: incoming.fileId ?? null,
  }
  context.store.put('messages', message)
  context.broadcast(message.parent, 'MessageReceived', {
    conversationId: message.parent,
    messageId: message.id,
    source: 'user',
    content: message.content,
    createdAt: isoTime(message.at),
    ...(message.clientMessageId === null ? {} : { clientMessageId: message.clientMessageId }),
  })
  return message
}

const topicOf = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= longestTopic ? line : `${line.slice(0, longestTopic - 1).trimEnd()}…`
}
