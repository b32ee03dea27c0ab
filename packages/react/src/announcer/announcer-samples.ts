import type { ApprovalItem, Item, MessageItem, SkillItem } from '@threadwork/core'

const base = (key: string) => ({ id: key, key, runId: null, at: null })

const message = (key: string, text: string, status: MessageItem['status'] = 'complete'): MessageItem => ({
  ...base(key),
  kind: 'message',
  role: 'agent',
  messageId: null,
  text,
  status,
  submission: null,
})
// Only the fields that a listener hears of.
const skill = (skillName: string, status: SkillItem['status']): Item =>
  ({ ...base(skillName), kind: 'skill', skillName, status, error: null }) as unknown as SkillItem
const approval = (status: ApprovalItem['status']): Item =>
  ({
    ...base('approval'),
    kind: 'approval',
    skillName: 'Create refund',
    status,
    by: 'me',
    error: null,
    submission: null,
  }) as unknown as ApprovalItem

/** Something that happens in a conversation, in words and as the items that stand there then. */
export interface Happening {
  readonly what: string
  readonly items: readonly Item[]
}

const old = message('m0', 'Hello, what can I do for you?')
const found = message(
  'm1',
  'I found the order. It qualifies under the **30-day policy**:\n\n| Item | Refund |\n|---|--:|\n| Lamp | € 84.00 |\n| Delivery | € 6.50 |\n\nI need your go-ahead.',
)
const looked = [skill('Look up order', 'completed'), skill('Check courier', 'completed')]

/** A turn with two skills, a streamed message and an approval. */
export const turnHappenings: readonly Happening[] = [
  { what: 'A message stands there when the chat opens', items: [old] },
  { what: 'A skill begins', items: [old, skill('Look up order', 'running')] },
  {
    what: 'It is done, and another begins and is done at once',
    items: [old, ...looked],
  },
  { what: 'A message streams in', items: [old, ...looked, message('m1', 'I found', 'streaming')] },
  {
    what: 'More of it',
    items: [old, ...looked, message('m1', 'I found the order. It qualifies', 'streaming')],
  },
  { what: 'It is whole, and an approval is asked for', items: [old, ...looked, found, approval('awaiting')] },
  { what: 'The person approves, and the skill runs', items: [old, ...looked, found, approval('running')] },
  {
    what: 'It is done, and six messages come in one go',
    items: [
      old,
      ...looked,
      found,
      approval('completed'),
      ...Array.from({ length: 6 }, (_, index) => message(`b${index}`, `Line ${index}`)),
    ],
  },
]
