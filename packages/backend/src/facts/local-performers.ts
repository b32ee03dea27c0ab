import type { JsonObject } from '@threadwork/engine'
import { isRecord } from '../is-record.ts'
import type { Performed } from '../perform/perform.ts'
import type { LocalPerformers } from '../runs/run-ports.ts'
import type { FactsRecord, RunRecord } from '../store/run-records.ts'
import type { Store } from '../store/store.ts'
import { type FactsChange, changeFacts } from './change-facts.ts'
import { conversationOf, newFacts } from './conversation-facts.ts'
import type { Facts } from './facts.ts'
import type { Cause, FactsOwner } from './facts-event.ts'
import { sampleConversation } from './world-of.ts'

/** What local actions work on. */
export interface LocalPorts {
  readonly store: Store
  readonly facts: () => Facts
  /** A run as the API tells it. */
  readonly tellRun: (record: RunRecord) => JsonObject
}

/** Performs what changes or reads nothing but the store, inside the transaction of the run that asks for it. */
export const createLocalPerformers = (ports: LocalPorts): LocalPerformers => ({
  conversation: ({ change }, record) =>
    record.conversationId === null
      ? changeSample(record, change)
      : changeReal(ports, { ...record, conversationId: record.conversationId }, change),
  'end-conversation': (_, record) => {
    // A run outside of a conversation ends itself, and there is nothing else to end.
    if (record.conversationId === null) return { type: 'succeeded', output: {} }
    const ended = changeReal(ports, { ...record, conversationId: record.conversationId }, { type: 'end' })
    return ended.type === 'failed' ? ended : { type: 'succeeded', output: {} }
  },
  'run-fetch': ({ workflowId, runId }, record) => ({
    type: 'succeeded',
    output: fetchRun(ports, record, { workflowId, runId }),
  }),
})

/** How far a chain of runs that started each other has come with this one. */
export const causeOf = ({ run }: RunRecord): Cause => {
  const { chain, message } = run.trigger
  const text = isRecord(message) ? message['text'] : null
  return {
    depth: typeof chain === 'number' ? chain : 1,
    message: typeof text === 'string' ? { text } : null,
  }
}

/** Whose conversation a run works on; `null` where it is none of the run's team. */
export function ownerOf(
  { store }: Pick<LocalPorts, 'store'>,
  { teamId, conversationId }: { readonly teamId: string; readonly conversationId: string },
): FactsOwner | null {
  const known = store.get('facts', conversationId)
  if (known) return known.parent === teamId ? { conversationId, teamId, userId: known.userId } : null
  // Without facts nobody has said which team it belongs to: only a team of one can be told by its user.
  const conversation = store.get('conversations', conversationId)
  return conversation?.parent === teamId ? { conversationId, teamId, userId: teamId } : null
}

function changeReal(
  ports: LocalPorts,
  record: RunRecord & { readonly conversationId: string },
  change: FactsChange,
): Performed {
  const owner = ownerOf(ports, record)
  if (!owner) {
    return {
      type: 'failed',
      error: 'The conversation of this run is not there any more, so that nothing can be changed in it.',
    }
  }
  const result = ports.facts().change(owner, change, causeOf(record))
  return result.type === 'refused'
    ? { type: 'failed', error: result.error }
    : { type: 'succeeded', output: { ...conversationOf(result.facts) } }
}

// A test tries a workflow on sample data: what it changes is seen by its own steps, and nothing is started by it.
function changeSample(record: RunRecord, change: FactsChange): Performed {
  if (record.run.mode !== 'test') {
    return {
      type: 'failed',
      error:
        'This run belongs to no conversation, so that there is nothing to change. Start it from a conversation, or run it as a test with sample data.',
    }
  }
  const { facts } = changeFacts(sampleFacts(record, sampleConversation(record, null)), change, 0)
  return { type: 'succeeded', output: { ...conversationOf(facts) } }
}

function sampleFacts(record: RunRecord, sample: JsonObject): FactsRecord {
  const sampleId = typeof sample['id'] === 'string' ? sample['id'] : 'sample'
  const owner = { conversationId: sampleId, teamId: record.teamId, userId: '' }
  const blank = newFacts({ clock: { now: () => 0 }, makeId: (prefix) => prefix }, owner)
  const { labels, channel, assignee } = sample
  return {
    ...blank,
    status: sample['status'] === 'resolved' ? 'resolved' : 'open',
    labels: Array.isArray(labels) ? labels.map(String) : [],
    channel: typeof channel === 'string' ? channel : blank.channel,
    isStarred: sample['starred'] === true,
    assignee: typeof assignee === 'string' ? { to: 'human', name: assignee } : null,
  }
}

/** A run by its id, or the newest of a workflow before this one; `null` when there is none. */
function fetchRun(
  { store, tellRun }: Pick<LocalPorts, 'store' | 'tellRun'>,
  { id, parent, teamId }: RunRecord,
  wanted: { readonly workflowId: string | null; readonly runId: string | null },
): JsonObject | null {
  const newest = (): RunRecord | undefined =>
    store
      .list('runs', wanted.workflowId ?? parent)
      .findLast((other) => other.id !== id && other.teamId === teamId)
  const found = wanted.runId === null ? newest() : store.get('runs', wanted.runId)
  return found?.teamId === teamId ? tellRun(found) : null
}
