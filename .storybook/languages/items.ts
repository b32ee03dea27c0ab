import type {
  ApprovalItem,
  AttemptId,
  CallId,
  ConnectionItem,
  FormItem,
  Item,
  MessageItem,
  SkillItem,
  StepId,
  WorkflowItem,
} from '@threadwork/core'
import { decodeDataPoints } from '@threadwork/core'

const at = Date.UTC(2026, 10, 19, 12, 3)
const base = (key: string) => ({ id: key, key, runId: null, at })

const message: MessageItem = {
  ...base('m1'),
  kind: 'message',
  role: 'agent',
  messageId: null,
  text: '**A-1042** · [example.com](https://example.com)',
  status: 'complete',
  submission: null,
  isScripted: true,
  actions: [
    { type: 'button', label: 'A-1042', text: 'A-1043' },
    { type: 'link', label: 'example.com', url: 'https://example.com/' },
    { type: 'link', label: 'A-1044', url: 'javascript:void 0' },
  ],
}
const skill = (key: string, status: SkillItem['status']): SkillItem => ({
  ...base(key),
  kind: 'skill',
  skillName: 'A-1042',
  skillId: null,
  occurrence: 1,
  status,
  error: null,
  startedAt: at,
  endedAt: at + 800,
})
const approval: ApprovalItem = {
  ...base('a1'),
  kind: 'approval',
  // Samples name their ids by hand; a brand costs nothing at run time.
  callId: 'a1' as CallId,
  scope: 'skill',
  skillName: 'create_refund',
  skillId: null,
  occurrence: 1,
  parameters: { order: 'A-1042', amount: 90.5, express: true },
  schema: [],
  status: 'awaiting',
  by: null,
  error: null,
  startedAt: null,
  endedAt: null,
  submission: null,
}
const connection: ConnectionItem = {
  ...base('c1'),
  kind: 'connection',
  attemptId: 'c1' as AttemptId,
  status: 'auth-required',
  link: { url: 'https://login.example.com/a', expiresAt: null, connectorName: 'Salesforce' },
  error: null,
  submission: null,
}
const { dataPoints } = decodeDataPoints([
  { key: 'mail', label: 'E-mail', type: 'Email', required: false },
  { key: 'lamps', label: 'A-1042', type: 'Number', min: 1, max: 3 },
  { key: 'terms', label: 'GPL-3.0', type: 'Consent' },
])
const form: FormItem = {
  ...base('f1'),
  kind: 'form',
  workflowId: null,
  workflowName: '',
  stepId: 's1' as StepId,
  message: 'A-1042',
  dataPoints,
  problems: [],
  round: 1,
  status: 'awaiting',
  submission: null,
  answers: null,
}
const workflow: WorkflowItem = {
  ...base('w1'),
  kind: 'workflow',
  workflowId: null,
  name: 'A-1042',
  status: 'halted',
  steps: [
    { stepId: 's1' as StepId, message: 'A-1042', status: 'completed', error: null, attempts: 1, lane: null },
    { stepId: 's2' as StepId, message: 'A-1043', status: 'failed', error: null, attempts: 2, lane: null },
    { stepId: 's3' as StepId, message: 'A-1044', status: 'cancelled', error: null, attempts: 1, lane: 'b' },
    {
      stepId: 's4' as StepId,
      message: 'A-1045',
      status: 'running',
      error: null,
      attempts: 1,
      lane: 'c',
      isScripted: true,
    },
  ],
  submission: null,
}

/** One item of each kind whose own texts belong to no language. */
export const everyItem: readonly Item[] = [
  message,
  skill('k1', 'completed'),
  skill('k2', 'failed'),
  approval,
  connection,
  workflow,
  form,
]
