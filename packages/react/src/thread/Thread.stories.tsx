import type {
  ApprovalItem,
  AttemptId,
  CallId,
  ConnectionItem,
  FormItem,
  IntentId,
  Item,
  MessageId,
  MessageItem,
  NoticeItem,
  SkillItem,
  StepId,
  WorkflowId,
  WorkflowItem,
} from '@threadwork/core'
import { decodeDataPoints } from '@threadwork/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { OriginPolicyProvider } from '../policy/OriginPolicy.tsx'
import { Thread } from './Thread.tsx'

const at = new Date().setHours(12, 3, 0, 0)
const base = (key: string) => ({ id: key, key, runId: null, at })

const message = (key: string, role: 'user' | 'agent', text: string): MessageItem => ({
  ...base(key),
  kind: 'message',
  role,
  messageId: key as MessageId,
  text,
  status: 'complete',
  submission: null,
})

const skill = (key: string, change: Partial<SkillItem>): SkillItem => ({
  ...base(key),
  kind: 'skill',
  skillName: 'Look up order',
  skillId: 'recipe:4471',
  occurrence: 1,
  status: 'completed',
  error: null,
  startedAt: at,
  endedAt: at + 800,
  ...change,
})

const approval = (key: string, change: Partial<ApprovalItem> = {}): ApprovalItem => ({
  ...base(key),
  kind: 'approval',
  callId: key as CallId,
  scope: 'skill',
  skillName: 'Create refund',
  skillId: 'recipe:88',
  occurrence: 1,
  parameters: {
    order: 'A-1042',
    amount: '90.50 EUR',
    pay_back_to: 'card ending 4402',
    note: 'Sorry about the lamp. The refund takes 3 to 5 days.',
  },
  schema: [],
  status: 'awaiting',
  by: null,
  error: null,
  startedAt: null,
  endedAt: null,
  submission: null,
  ...change,
})

const connection: ConnectionItem = {
  ...base('conn-1'),
  kind: 'connection',
  attemptId: 'conn-1' as AttemptId,
  status: 'auth-required',
  link: { url: 'https://login.salesforce.com/auth', expiresAt: null, connectorName: 'Salesforce' },
  error: null,
  submission: null,
}

const form: FormItem = {
  ...base('form-1'),
  kind: 'form',
  workflowId: 'w1' as WorkflowId,
  workflowName: 'Refund request',
  stepId: 's2' as StepId,
  message: 'A few details for the courier claim',
  round: 1,
  problems: [],
  dataPoints: decodeDataPoints([
    { key: 'name', label: 'Full name', type: 'Text', default: 'Ada Moreau' },
    { key: 'email', label: 'Email', type: 'Email' },
    { key: 'damage', label: 'Damage', type: 'Select', options: ['Cracked', 'Wet'], default: 'Cracked' },
    { key: 'found', label: 'Discovered on', type: 'Date', default: '2026-11-19' },
    { key: 'story', label: 'What happened?', type: 'TextArea', default: 'The box was open when it arrived.' },
  ]).dataPoints,
  status: 'awaiting',
  submission: null,
  answers: null,
}

const step = (id: string, text: string, status: WorkflowItem['steps'][number]['status']) => ({
  stepId: id as StepId,
  message: text,
  status,
  error: null,
  attempts: 1,
  lane: null,
})

const workflow: WorkflowItem = {
  ...base('wf-1'),
  kind: 'workflow',
  workflowId: 'w1' as WorkflowId,
  name: 'Refund request',
  status: 'awaiting-input',
  steps: [
    step('s1', 'Verify the order', 'completed'),
    step('s2', 'Confirm the amount', 'awaiting-input'),
    step('s3', 'File the courier claim', 'pending'),
    step('s4', 'Send confirmation', 'pending'),
  ],
  submission: null,
}

const expired: NoticeItem = { ...base('edge'), kind: 'notice', notice: 'events-expired' }

const reply = `I found the order. It qualifies under the **30-day policy**:

| Item | Reason | Refund |
| --- | --- | ---: |
| Ceramic lamp | Damaged in transit | € 84.00 |
| Delivery | Carrier fault | € 6.50 |

I need your go-ahead before I call \`create_refund\`.`

const everything: readonly Item[] = [
  message('u1', 'user', 'Order A-1042 arrived broken. Can I get my money back?'),
  skill('k1', {}),
  skill('k2', {
    skillName: 'Check courier claim',
    skillId: null,
    status: 'failed',
    error: 'The courier API timed out after 10 s.',
  }),
  skill('k3', { skillName: 'Find the payment', skillId: null, status: 'running', endedAt: null }),
  message('m1', 'agent', reply),
  approval('call-1'),
  connection,
  form,
  workflow,
]

const policy = {
  linkOrigins: ['https://login.salesforce.com'],
  imageOrigins: [],
  isLoopbackTrusted: false,
}

const meta: Meta<typeof Thread> = {
  title: 'Conversation/Thread',
  component: Thread,
  args: { items: everything, phase: 'idle', agentName: 'Returns assistant', actions: {} },
  render: (args) => (
    <OriginPolicyProvider value={policy}>
      <div style={{ blockSize: '90vh' }}>
        <Thread {...args} />
      </div>
    </OriginPolicyProvider>
  ),
}
type Story = StoryObj<typeof Thread>
export default meta

export const EveryKind: Story = {
  args: { phase: 'skill-running' },
  play: async ({ canvasElement }) => {
    const log = within(within(canvasElement).getByRole('log', { name: 'Conversation' }))
    await log.findByRole('region', { name: 'Workflow: Refund request' })
    await log.findByRole('region', { name: 'Approval: Create refund' })
    await log.findByRole('form', { name: 'A few details for the courier claim' })
    await expect(log.getByLabelText('Assistant is working')).toBeInTheDocument()
  },
}

export const Empty: Story = {
  args: {
    items: [],
    suggestions: ['Refund an order', 'Show my open tickets', 'Connect my Salesforce account'],
    onSuggest: fn(),
  },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Refund an order' }))

    await expect(args.onSuggest).toHaveBeenCalledWith('Refund an order')
  },
}

export const SeveralWaiting: Story = {
  args: {
    items: [
      message('u1', 'user', 'Refund all three orders.'),
      ...['A-1042', 'A-1043', 'B-7'].map((order) => approval(order, { skillName: `Refund ${order}` })),
    ],
    phase: 'awaiting-approval',
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('3 cards wait for you')

    await userEvent.click(canvas.getByRole('button', { name: 'Show' }))

    await waitFor(() => expect(canvas.getByRole('log').scrollTop).toBeLessThan(200))
  },
}

export const EventsExpired: Story = {
  args: { items: [message('u1', 'user', 'Hello'), message('m1', 'agent', 'Good day.'), expired] },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText(/no longer kept/)
  },
}

export const NotSent: Story = {
  args: {
    items: [
      {
        ...message('u1', 'user', 'Is anybody there?'),
        status: 'pending',
        at: null,
        submission: {
          intentId: 'i1' as IntentId,
          status: 'failed',
          choice: null,
          problem: 'The assistant still works on your last message. Wait until it is done, then send again.',
          fieldErrors: {},
        },
      },
    ],
    actions: { retry: fn(), discard: fn(() => 'Is anybody there?') },
    onDiscard: fn(),
  },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Discard' }))

    await expect(args.onDiscard).toHaveBeenCalledWith('Is anybody there?')
  },
}

const long: readonly Item[] = Array.from({ length: 40 }, (_, index) =>
  message(`m${index}`, index % 2 === 0 ? 'user' : 'agent', `Line ${index + 1} of a long conversation.`),
)

export const ScrolledAway: Story = {
  args: { items: long },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const log = canvas.getByRole('log')
    log.scrollTop = 0

    await userEvent.click(await canvas.findByRole('button', { name: 'Jump to latest' }))

    await waitFor(() => expect(log.scrollHeight - log.clientHeight - log.scrollTop).toBeLessThan(2))
  },
}
