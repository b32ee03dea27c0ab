import type { BackendContext } from '../context.ts'
import type { ModelMessage } from '../models/model.ts'
import type { MessageRecord, TurnRecord } from '../store/chat-records.ts'

/**
 * What was said in a conversation before and beside what a turn's own model said, oldest first. Where a model answered
 * before, its calls and what came of them stand in place of the messages that they led to.
 */
export function transcriptOf(context: BackendContext, turn: TurnRecord): readonly ModelMessage[] {
  const turns = new Map(context.store.list('turns', turn.parent).map((each) => [each.id, each]))
  const told = new Set<string>()
  return context.store.list('messages', turn.parent).flatMap((message): readonly ModelMessage[] => {
    if (message.source === 'user') return [{ role: 'user', text: message.content }]
    const teller = message.runId === null ? undefined : turns.get(message.runId)
    if (!teller?.agent || !isInMemory(teller, message)) return [plain(message)]
    // What a turn that was left knew, the one that went on in its place knows as well.
    if (teller.id === turn.id || teller.status === 'left' || told.has(teller.id)) return []
    told.add(teller.id)
    return teller.agent.messages
  })
}

const plain = ({ content }: MessageRecord): ModelMessage => ({
  role: 'assistant',
  text: content,
  toolCalls: [],
})

const isInMemory = ({ agent }: TurnRecord, { saidBy }: MessageRecord): boolean =>
  saidBy === 'model' ||
  (saidBy !== undefined &&
    (agent?.toldRuns.includes(saidBy) === true ||
      agent?.calls.some(({ runId }) => runId === saidBy) === true))
