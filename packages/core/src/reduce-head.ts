import type { RunId } from './ids.ts'
import type { Item, NoticeItem } from './items.ts'
import { matchIntents, placePending, placeReply, placeUser } from './reduce-message.ts'
import { comparePlaces, type Placed } from './reduce-place.ts'
import { placeRun } from './reduce-segment.ts'
import { foldOf, keep, logsOf, repliesOf, startOf, type Head, type Work } from './reduce-work.ts'
import { itemOfForm, itemOfWorkflow } from './reduce-workflow-item.ts'

const placeHubWorkflows = (work: Work): readonly Placed[] => {
  const placed: Placed[] = []
  for (const log of logsOf(work, null)) {
    const fold = foldOf(work, log)
    const place = { at: log.at, rank: 1, start: log.at, runId: null, position: 0, name: log.key } as const
    placed.push({ place, item: keep(work, itemOfWorkflow(log, fold, work.intents, false)) })
    for (const [index, form] of [...fold.forms.values()].entries())
      placed.push({
        place: { ...place, at: Math.max(form.at ?? log.at, log.at), position: index + 1 },
        item: keep(work, itemOfForm(log, fold, form, work.intents, false)),
      })
  }
  return placed
}

const placeNotice = (work: Work): readonly Placed[] => {
  const before = work.ledger.expiredBefore
  if (before === null) return []
  const id = 'notice:events-expired'
  const item: NoticeItem = { kind: 'notice', id, key: id, runId: null, at: before, notice: 'events-expired' }
  return [
    { place: { at: before, rank: 0, start: -1, runId: null, position: 0, name: '' }, item: keep(work, item) },
  ]
}

const placeMessages = (work: Work): readonly Placed[] => {
  const users = [...work.ledger.messages.values()].filter(({ role }) => role === 'user')
  users.sort((a, b) => a.at - b.at || (a.messageId < b.messageId ? -1 : 1))
  const { intentOf, isAcknowledged } = matchIntents(users, work.intents)
  const runStart = (runId: RunId | null): number => (runId === null ? Infinity : startOf(work, runId))
  const placed = users.map((message) => {
    const intent = intentOf.get(message.messageId)
    return placeUser(message, intent, runStart(message.runId ?? intent?.runId ?? null))
  })
  for (const reply of repliesOf(work)) placed.push(placeReply(reply))
  for (const [index, intent] of work.intents.entries()) {
    // What still waits is shown beside the thread: its place in it is not known before it leaves.
    if (intent.command.type !== 'send-message' || intent.hold !== null || isAcknowledged.has(intent.id))
      continue
    const start = runStart(intent.runId)
    placed.push(placePending(intent, index, Number.isFinite(start) ? start : undefined, intent.runId))
  }
  return placed.map(({ place, item }) => ({ place, item: keep(work, item) }))
}

// A failed message says "failed" only while it is the newest; an old one stays in the thread and says so there.
const isLiveMessage = (work: Work, item: Item): boolean => {
  if (item.kind !== 'message' || item.status !== 'pending') return false
  const newest = work.intents.findLast(
    ({ command, hold }) => command.type === 'send-message' && hold === null,
  )
  return item.submission?.status !== 'failed' || item.key === newest?.id
}

const liveItems = (work: Work, placed: readonly Placed[]): readonly Item[] => {
  const logs = logsOf(work, null)
  const newest = logs.at(-1)
  const { isPlural } = work.ledger.workflows
  const alive = new Set(logs.filter((log) => log === newest || (isPlural && !log.isOver)).map(({ id }) => id))
  const isOfWorkflow = (item: Item) =>
    (item.kind === 'workflow' || item.kind === 'form') && item.runId === null && alive.has(item.workflowId)
  // A conversation that went on after a workflow halted is no longer about that.
  const hasGoneOn = placed.at(-1)?.item.kind === 'message'
  const items = placed.map(({ item }) => item)
  return items.filter(
    (item) =>
      isLiveMessage(work, item) ||
      (isOfWorkflow(item) && !(hasGoneOn && item.kind === 'workflow' && item.status === 'halted')),
  )
}

/** All that stands before the newest run, in order. */
export const headOf = (work: Work): Head => {
  const { ledger, memory, intents, newest } = work
  let older = 0
  for (const run of ledger.runs.values()) if (run !== newest) older += run.revision
  for (const log of ledger.workflows.list) if (log.runId === null) older += log.revision
  const known = memory.head
  if (
    known &&
    known.newest === newest &&
    known.older === older &&
    known.aside === ledger.asideRevision &&
    known.starts === memory.starts &&
    known.intents === intents
  )
    return known
  const placed = [...placeMessages(work), ...placeHubWorkflows(work), ...placeNotice(work)]
  for (const run of ledger.runs.values()) if (run !== newest) placed.push(...placeRun(work, run).placed)
  placed.sort((a, b) => comparePlaces(a.place, b.place))
  return {
    newest,
    older,
    aside: ledger.asideRevision,
    starts: memory.starts,
    intents,
    placed,
    items: placed.map(({ item }) => item),
    live: liveItems(work, placed),
  }
}
