import { fileSentence } from '../agent/file.ts'
import type { WireName } from '../agent/scenarios/scenario.ts'
import type { User } from '../config.ts'
import { factsOwner, readConversation } from '../conversation.ts'
import { type BackendContext, isoTime } from '../context.ts'
import { HttpProblem } from '../problem.ts'
import type { RunLog } from '../run-log.ts'
import type { MessageRecord, TurnRecord } from '../store/chat-records.ts'
import { speak, touch } from './emit.ts'
import { isOver, openTurn } from './turns.ts'

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
export const startTurn = (context: BackendContext, incoming: Incoming): StartedTurn =>
  context.automation.unit.run(() => beginTurn(context, incoming))

function beginTurn(context: BackendContext, incoming: Incoming): StartedTurn {
  const conversation = readConversation(context, incoming.user, incoming.conversationId)
  refuseForeignFile(context, incoming)
  const previous = conversation.turnId === null ? null : context.store.get('turns', conversation.turnId)
  if (previous) makeRoom(context, previous)
  const message = keepMessage(context, incoming)
  touch(context, conversation.id, { topic: conversation.topic ?? topicOf(incoming.text) })
  const { wire } = incoming
  const turn = openTurn(context, { parent: conversation.id, wire, isHidden: false, isChoosing: true })
  // What listens for a new conversation or session starts here, and is told in this turn.
  context.automation.facts.noteMessage(factsOwner(conversation, incoming.user), incoming.text)
  const file = incoming.fileId ? context.store.get('files', incoming.fileId) : null
  if (file) speak(context, turn, fileSentence(file))
  const log = context.logs.get(turn.id)
  if (!log) throw new Error(`The turn ${turn.id} has no log although it has just begun.`)
  context.agent.answer(turn.id, { userId: incoming.user.userId, text: incoming.text, wire })
  return { log, message }
}

function makeRoom(context: BackendContext, turn: TurnRecord): void {
  if (isOver(turn)) return
  const runs = turn.runIds.flatMap((id) => context.store.get('runs', id) ?? [])
  // A halted workflow must not lock the conversation: whoever writes on gives it up.
  if (runs.length > 0 && runs.every(({ run }) => run.status === 'failed')) {
    for (const { id, teamId } of runs) context.automation.runner.cancel(teamId, id)
    return
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
