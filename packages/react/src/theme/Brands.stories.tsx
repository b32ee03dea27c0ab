import type { WorkflowItem, StepId, WorkflowId } from '@threadwork/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState, type ReactElement } from 'react'
import { expect, within } from 'storybook/test'
import { sampleApproval } from '../approval/approval-samples.ts'
import { Chat } from '../chat/Chat.tsx'
import { handSession, sampleMessage } from '../keys/chat-samples.tsx'
import { sampleSkills } from '../skill/skill-samples.ts'
import './fixtures/brands/almanac.css'
import './fixtures/brands/console.css'
import './fixtures/brands/tide.css'
import { ThreadworkRoot } from './ThreadworkRoot.tsx'

interface BrandProps {
  readonly brand: 'almanac' | 'tide' | 'console'
  readonly name: string
}

const workflow: WorkflowItem = {
  kind: 'workflow',
  id: 'w1',
  key: 'w1',
  runId: null,
  at: sampleApproval.at,
  workflowId: 'w1' as WorkflowId, // written by hand here
  name: 'Refund request',
  status: 'running',
  steps: (['completed', 'running', 'pending'] as const).map((status, index) => ({
    stepId: `s${index}` as StepId, // as above
    message: ['Verify the order', 'Confirm the amount', 'Send confirmation'][index] ?? '',
    status,
    error: null,
    attempts: 1,
    lane: null,
  })),
  submission: null,
}

const items = [
  sampleMessage('u1', 'Order A-1042 arrived broken. Can I get my money back?', { role: 'user' }),
  ...sampleSkills,
  sampleMessage(
    'm1',
    'I found the order. It qualifies under the **30-day policy**, so I can file a `create_refund` for it. See [our terms](https://example.com/terms).',
  ),
  sampleApproval,
  workflow,
].map((item) => ({ ...item, at: sampleApproval.at }))

const Branded = ({ brand, name }: BrandProps): ReactElement => {
  const [{ session }] = useState(() => handSession(items))
  return (
    <ThreadworkRoot className={`twk-brand-${brand}`} style={{ blockSize: '66rem' }}>
      <Chat session={session} title={name} agentName={name} />
    </ThreadworkRoot>
  )
}

const meta = {
  title: 'Foundations/Brands',
  component: Branded,
  parameters: {
    docs: {
      description: {
        component:
          'Three brands over the same components. Each is one plain stylesheet: tokens on the outermost root, in both columns of `light-dark()`, and a few rules for parts. Nothing is overridden with force: a host’s rules stand outside of the kit’s layers.',
      },
    },
  },
} satisfies Meta<typeof Branded>

export default meta

type Story = StoryObj<typeof meta>

/** In light, in dark. */
const expectGround =
  (...grounds: readonly string[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const log = within(canvasElement).getByRole('log', { name: 'Conversation' })
    await within(log).findByRole('button', { name: 'Approve' })
    const root = log.closest('.twk-root')
    await expect(grounds).toContain(root && getComputedStyle(root).backgroundColor)
  }

/** A publisher: paper, ink and one red. */
export const Almanac: Story = {
  args: { brand: 'almanac', name: 'Almanac Press' },
  play: expectGround('rgb(251, 247, 238)', 'rgb(29, 24, 19)'),
}

/** A health service: round, calm and roomy. */
export const Tide: Story = {
  args: { brand: 'tide', name: 'Tide Health' },
  play: expectGround('rgb(246, 251, 251)', 'rgb(11, 34, 42)'),
}

/** A tool for operators: dense, square, one width of letter. */
export const Console: Story = {
  args: { brand: 'console', name: 'opsd' },
  play: expectGround('rgb(237, 241, 236)', 'rgb(10, 15, 11)'),
}
