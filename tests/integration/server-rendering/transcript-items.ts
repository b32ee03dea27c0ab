import {
  decodeDataPoints,
  type AttemptId,
  type CallId,
  type Item,
  type MessageId,
  type StepId,
  type WorkflowId,
} from '@threadwork/core'

// Between two days: which one it is depends on where the reader is.
const at = Date.UTC(2026, 10, 19, 23, 30)
const base = (key: string, minutes = 0) => ({ id: key, key, runId: null, at: at + minutes * 60_000 })
const link = { url: 'https://login.example.com/auth', expiresAt: at + 600_000, connectorName: 'Salesforce' }

const text = `I found the **order**, see [our terms](https://example.com/terms):

| Item | Refund |
| --- | ---: |
| Lamp | € 84.00 |

\`\`\`ts
const refund = 90.5
\`\`\`

- [x] checked
- ![a lamp](https://images.example.com/lamp.png)`

/** Over several days, and longer than what a thread draws whole. */
export const longTranscript: readonly Item[] = Array.from({ length: 320 }, (_, index) => ({
  ...base(`long${index}`, index * 20),
  kind: 'message',
  role: index % 2 === 0 ? 'user' : 'agent',
  messageId: `long${index}` as MessageId,
  text: `Message ${index}`,
  status: 'complete',
  submission: null,
}))

/** One item of each kind, and more where a state draws another card. Ids are written by hand here. */
export const transcript: readonly Item[] = [
  { ...base('n1'), kind: 'notice', notice: 'events-expired' },
  {
    ...base('u1', 1),
    kind: 'message',
    role: 'user',
    messageId: 'u1' as MessageId,
    text: 'Order A-1042 arrived broken.',
    status: 'complete',
    submission: null,
  },
  ...(['completed', 'running', 'failed'] as const).map((status, index) => ({
    ...base(`s${index}`, 2),
    kind: 'skill' as const,
    skillName: 'Look up order',
    skillId: 'recipe:1',
    occurrence: index + 1,
    status,
    error: status === 'failed' ? 'The courier is closed.' : null,
    startedAt: at,
    endedAt: status === 'running' ? null : at + 61_234,
  })),
  {
    ...base('m1', 45),
    kind: 'message',
    role: 'agent',
    messageId: 'm1' as MessageId,
    text,
    status: 'complete',
    submission: null,
  },
  ...(['awaiting', 'approved'] as const).map((status, index) => ({
    ...base(`a${index}`, 46),
    kind: 'approval' as const,
    callId: `call${index}` as CallId,
    scope: 'skill' as const,
    skillName: 'Create refund',
    skillId: null,
    occurrence: index + 1,
    parameters: { order: 'A-1042', amount: 90.5, when: '2026-11-20T10:00:00Z', hidden: 'a\u200Bb' },
    schema: [],
    expiresAt: at + 3_600_000,
    status,
    by: status === 'approved' ? ('me' as const) : null,
    error: null,
    startedAt: null,
    endedAt: null,
    submission: null,
  })),
  ...(['auth-required', 'authorized'] as const).map((status, index) => ({
    ...base(`c${index}`, 47),
    kind: 'connection' as const,
    attemptId: `attempt${index}` as AttemptId,
    status,
    link,
    error: null,
    submission: null,
  })),
  ...(['awaiting', 'submitted'] as const).map((status, index) => ({
    ...base(`f${index}`, 48),
    kind: 'form' as const,
    workflowId: 'w1' as WorkflowId,
    workflowName: 'Refund request',
    stepId: 's2' as StepId,
    message: 'A few details',
    dataPoints: decodeDataPoints([
      { key: 'name', label: 'Full name', type: 'Text', default: 'Ada Moreau' },
      { key: 'when', label: 'Found on', type: 'DateTime', default: '2026-11-19T10:30' },
      { key: 'size', label: 'Damage', type: 'Select', options: ['Cracked', 'Wet'] },
    ]).dataPoints,
    problems: [],
    round: 1,
    status,
    submission: null,
    answers: status === 'submitted' ? { name: 'Ada Moreau', when: '2026-11-19T10:30', size: 'Wet' } : null,
  })),
  {
    ...base('w1', 49),
    kind: 'workflow',
    workflowId: 'w1' as WorkflowId,
    name: 'Refund request',
    status: 'awaiting-input',
    steps: (['completed', 'awaiting-input', 'pending'] as const).map((status, index) => ({
      stepId: `s${index}` as StepId,
      message: `Step ${index}`,
      status,
      error: null,
      attempts: 1,
      lane: null,
    })),
    submission: null,
  },
]
