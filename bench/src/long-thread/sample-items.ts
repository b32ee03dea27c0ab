import type {
  ApprovalItem,
  CallId,
  Item,
  MessageId,
  MessageItem,
  SkillItem,
  StepId,
  WorkflowId,
  WorkflowItem,
} from '@threadwork/core'

/** A conversation of rows as they come: 70 % short messages, 20 % markdown, 10 % cards. The same for the same number. */
export const sampleItems = (count: number): readonly Item[] =>
  Array.from({ length: count }, (_, index) => sampleItem(index))

const noon = Date.UTC(2026, 10, 21, 12)

const base = (index: number) => ({
  id: `i${index}`,
  key: `i${index}`,
  runId: null,
  // About a hundred rows a day.
  at: noon + index * 864_000,
})

const words =
  'the order qualifies under our policy so I have asked the courier for a refund of delivery and the lamp '.split(
    ' ',
  )
const wordsFrom = (index: number, count: number): string =>
  Array.from({ length: count }, (_, at) => words[(index * 7 + at) % words.length] ?? '').join(' ')

const message = (index: number, role: 'user' | 'agent', text: string): MessageItem => ({
  ...base(index),
  kind: 'message',
  role,
  messageId: `m${index}` as MessageId,
  text,
  status: 'complete',
  submission: null,
})

const markdown = (index: number): string => `${wordsFrom(index, 20)}, as **agreed** on \`A-${index}\`:

- ${wordsFrom(index + 1, 8)}
- ${wordsFrom(index + 2, 12)} with a [link](https://example.com/${index})
- ${wordsFrom(index + 3, 6)}

| Item | Reason | Refund |
| --- | --- | ---: |
| Ceramic lamp | Damaged in transit | € ${index}.00 |
| Delivery | Carrier fault | € 6.50 |

\`\`\`json
{ "order": "A-${index}", "amount": 90.5 }
\`\`\`

${wordsFrom(index + 4, 30)}`

const skill = (index: number): SkillItem => ({
  ...base(index),
  kind: 'skill',
  skillName: 'Look up order',
  skillId: `recipe:${index}`,
  occurrence: 1,
  status: 'completed',
  error: null,
  startedAt: noon,
  endedAt: noon + 800,
})

const approval = (index: number): ApprovalItem => ({
  ...base(index),
  kind: 'approval',
  callId: `c${index}` as CallId,
  scope: 'skill',
  skillName: 'Create refund',
  skillId: null,
  occurrence: 1,
  parameters: { order: `A-${index}`, amount: '90.50 EUR', pay_back_to: 'card ending 4402' },
  schema: [],
  status: 'completed',
  by: 'me',
  error: null,
  startedAt: noon,
  endedAt: noon + 900,
  submission: null,
})

const workflow = (index: number): WorkflowItem => ({
  ...base(index),
  kind: 'workflow',
  workflowId: `w${index}` as WorkflowId,
  name: 'Refund request',
  status: 'completed',
  steps: ['Verify the order', 'Confirm the amount', 'File the claim'].map((text, at) => ({
    stepId: `s${at}` as StepId,
    message: text,
    status: 'completed',
    error: null,
    attempts: 1,
    lane: null,
  })),
  submission: null,
})

/** The row of a number. */
export const sampleItem = (index: number): Item => {
  const at = index % 10
  if (at === 9) return ([skill, approval, workflow][Math.floor(index / 10) % 3] ?? skill)(index)
  if (at === 3 || at === 7) return message(index, 'agent', markdown(index))
  return message(index, index % 3 === 0 ? 'user' : 'agent', wordsFrom(index, 6 + (index % 19)))
}

/** The last message while it is written: so many words of it. */
export const streamingItem = (index: number, count: number): Item => ({
  ...message(index, 'agent', wordsFrom(index, count)),
  status: 'streaming',
})
