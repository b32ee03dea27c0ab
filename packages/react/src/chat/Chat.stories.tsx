import type {
  ApprovalItem,
  CallId,
  ConversationId,
  IntentId,
  Item,
  LoggedReport,
  MessageId,
  MessageItem,
  Session,
  SessionState,
  StepId,
  WorkflowId,
  WorkflowItem,
} from '@threadwork/core'
import { createLedger, createOutbox, createRecovery } from '@threadwork/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { SessionProvider } from '../hooks/SessionProvider.tsx'
import { EventInspector } from '../inspector/EventInspector.tsx'
import { Chat } from './Chat.tsx'

const at = new Date().setHours(12, 3, 0, 0)

const message = (key: string, role: 'user' | 'agent', text: string): MessageItem => ({
  kind: 'message',
  id: key,
  key,
  runId: null,
  at,
  role,
  messageId: key as MessageId,
  text,
  status: 'complete',
  submission: null,
})

const workflow: WorkflowItem = {
  kind: 'workflow',
  id: 'wf',
  key: 'wf',
  runId: null,
  at,
  workflowId: 'w1' as WorkflowId,
  name: 'Refund request',
  status: 'running',
  steps: (['completed', 'running', 'pending', 'pending'] as const).map((status, index) => ({
    stepId: `s${index}` as StepId,
    message:
      ['Verify the order', 'Confirm the amount', 'File the courier claim', 'Send confirmation'][index] ?? '',
    status,
    error: null,
    attempts: 1,
    lane: null,
  })),
  submission: null,
}

const approval: ApprovalItem = {
  kind: 'approval',
  id: 'a1',
  key: 'a1',
  runId: null,
  at,
  callId: 'call-1' as CallId,
  scope: 'skill',
  skillName: 'Create refund',
  skillId: null,
  occurrence: 1,
  parameters: { order: 'A-1042', amount: '90.50 EUR' },
  schema: [],
  status: 'awaiting',
  by: null,
  error: null,
  startedAt: null,
  endedAt: null,
  submission: null,
}

const items: readonly Item[] = [
  message('u1', 'user', 'Order A-1042 arrived broken. Can I get my money back?'),
  message('m1', 'agent', 'I found the order. It qualifies under the **30-day policy**.'),
  workflow,
  approval,
]

const report = (id: number, change: Partial<LoggedReport>): LoggedReport => ({
  id,
  at: at + id * 1000,
  type: 'event',
  name: 'agent.message',
  detail: `seq ${id}`,
  bytes: 412,
  ...change,
})

const reports: readonly LoggedReport[] = [
  report(1, { name: 'processing.started' }),
  report(2, { name: 'skill.running' }),
  report(3, { name: 'skill.completed' }),
  report(4, { name: 'agent.message' }),
  report(5, { name: 'skill.confirmation_required' }),
  report(6, { type: 'malformed', name: 'skill.running', detail: 'not JSON, skipped', bytes: 18 }),
  report(7, { type: 'ping', name: 'system.ping', detail: 'ignored', bytes: 40 }),
]

const intent = () => 'intent' as IntentId

/** A session that stands still in one state. */
const stillSession = (change: Partial<SessionState>, parts: Partial<Session> = {}): Session => {
  const state: SessionState = {
    items,
    phase: 'awaiting-approval',
    queue: [],
    link: 'live',
    recovery: null,
    isStopped: false,
    history: 'ready',
    problem: null,
    storageProblem: null,
    ...change,
  }
  return {
    conversationId: 'c1' as ConversationId,
    capabilities: {
      name: 'headless',
      delivery: 'pull',
      idempotent: [],
      commands: ['send-message', 'decide', 'retry-step'],
      stop: 'stop-listening',
    },
    getState: () => state,
    subscribe: () => () => undefined,
    open: () => undefined,
    close: () => undefined,
    wake: fn(),
    setOffline: () => undefined,
    send: fn(intent),
    upload: () => new Promise(() => undefined),
    editQueued: () => undefined,
    pauseQueued: () => undefined,
    decide: fn(intent),
    submitForm: intent,
    retryStep: intent,
    cancelWorkflow: intent,
    skipConnection: intent,
    renewLink: () => Promise.resolve(null),
    watchConnection: () => undefined,
    retry: () => undefined,
    discard: () => null,
    stop: fn(),
    readDraft: () => null,
    writeDraft: () => undefined,
    getReports: () => reports,
    subscribeReports: () => () => undefined,
    subscribeDrafts: () => () => undefined,
    inspect: () => ({ ledger: createLedger(), outbox: createOutbox([]), recovery: createRecovery('pull') }),
    watch: () => () => undefined,
    ...parts,
  }
}

const meta: Meta<typeof Chat> = {
  title: 'Conversation/Chat',
  component: Chat,
  args: { title: 'Returns assistant', agentName: 'Returns assistant' },
  render: (args) => (
    <div style={{ blockSize: '90vh', minBlockSize: 480 }}>
      <Chat {...args} />
    </div>
  ),
}
type Story = StoryObj<typeof Chat>
export default meta

export const AwaitingApproval: Story = {
  args: { session: stillSession({}) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getByRole('status', { name: 'Conversation status' })).toHaveAttribute(
      'data-twk-phase',
      'awaiting-approval',
    )
    await canvas.findByText('Step 2 of 4: Confirm the amount')
    await expect(canvas.getAllByRole('button', { name: 'Stop listening' })).toHaveLength(1)
  },
}

export const Empty: Story = {
  args: {
    session: stillSession({ items: [], phase: 'idle' }),
    suggestions: ['Refund an order', 'Show my open tickets', 'Connect my Salesforce account'],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)

    await userEvent.type(canvas.getByRole('textbox', { name: 'Message' }), 'Hello{Enter}')

    await expect(canvas.getByRole('textbox', { name: 'Message' })).toHaveValue('')
  },
}

export const Loading: Story = {
  args: { session: stillSession({ items: [], phase: 'idle', history: 'loading' }) },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('Loading the conversation…')
  },
}

const failure = {
  reason: 'server-error',
  message: 'The server could not answer. Try again in a moment.',
  requestId: 'req-81f2',
  retryAfter: null,
  fieldErrors: {},
} as const

export const HistoryFailed: Story = {
  args: { session: stillSession({ items: [], phase: 'idle', history: 'failed', problem: failure }) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('Request req-81f2')
    await expect(canvas.getByRole('alert')).toContainElement(canvas.getByRole('button', { name: 'Retry' }))
  },
}

export const Closed: Story = {
  args: { session: stillSession({ history: 'closed', phase: 'idle', items: items.slice(0, 2) }) },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('textbox', { name: 'Message' })).toHaveAttribute('readonly')
  },
}

export const Recovering: Story = {
  args: {
    session: stillSession({
      link: 'recovering',
      recovery: { attempt: 3, nextTryAt: Date.now() + 9000, failure },
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText(/Connection lost/)
    await canvas.findByRole('button', { name: 'Retry' })
  },
}

export const Offline: Story = {
  args: { session: stillSession({ link: 'offline', phase: 'idle' }) },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText(/You are offline/)
  },
}

const handleWake = fn()

export const StoppedListening: Story = {
  args: { session: stillSession({ isStopped: true, phase: 'skill-running' }, { wake: handleWake }) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.queryByRole('button', { name: /^Stop/u })).toBeNull()

    await userEvent.click(await canvas.findByRole('button', { name: 'Listen again' }))

    await expect(handleWake).toHaveBeenCalled()
  },
}

export const StorageRefused: Story = {
  args: {
    session: stillSession({
      phase: 'idle',
      storageProblem: 'This browser keeps nothing over a reload, so drafts live only as long as this page.',
    }),
  },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText(/keeps nothing over a reload/)
  },
}

const inspected = stillSession({})

export const WithInspector: Story = {
  args: { session: inspected },
  render: (args) => (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 18rem), 1fr))',
        gridAutoRows: 'minmax(45vh, 1fr)',
      }}
    >
      <Chat {...args} />
      <SessionProvider session={inspected}>
        <EventInspector />
      </SessionProvider>
    </div>
  ),
  play: async ({ canvasElement }) => {
    const events = within(within(canvasElement).getByRole('region', { name: 'Events' }))
    await expect(events.getAllByRole('listitem')).toHaveLength(7)
    await events.findByText('not JSON, skipped')
  },
}
