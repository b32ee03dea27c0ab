import type { ApprovalItem, Item, SessionState } from '@threadwork/core'

/** Whether an approval waits for this person: none of their decisions is on its way. */
export const isOpenApproval = (item: Item): item is ApprovalItem =>
  item.kind === 'approval' &&
  item.status === 'awaiting' &&
  (item.submission === null || item.submission.status === 'failed')

/** How many approvals wait for this person. */
export const countOpenApprovals = ({ items, phase }: Pick<SessionState, 'items' | 'phase'>): number =>
  // Nothing is counted while nothing can be open: a reply that is written must not cost a walk through the thread.
  phase === 'awaiting-approval' ? items.filter(isOpenApproval).length : 0

/** Where a walk goes on among `keys`: behind the current one, or where it was when it is no longer there. */
export const stepThrough = (
  keys: readonly string[],
  current: string | null,
  last: number,
  by: 1 | -1,
): number => {
  const at = current === null ? -1 : keys.indexOf(current)
  if (keys.length === 0) return -1
  if (at >= 0) return (at + by + keys.length) % keys.length
  // What was answered has left its place to the next one.
  const from = by === 1 ? last : last - 1
  return ((from % keys.length) + keys.length) % keys.length
}
