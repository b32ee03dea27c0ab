import type { NoticeItem, StepId, WorkflowId, WorkflowItem } from '@threadwork/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement, ReactNode } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { sampleApproval } from '../approval/approval-samples.ts'
import { DataPointsForm } from '../form/DataPointsForm.tsx'
import { sampleSkill } from '../skill/skill-samples.ts'
import { Thread, type ThreadProps } from '../thread/Thread.tsx'
import { Iban, RefundReceipt, RibbonNotice, Stars, WorkflowWithHelp } from './fixtures/own-parts.tsx'
import './fixtures/own-parts.css'
import { RenderersProvider } from './RenderersProvider.tsx'
import { defineRenderers, type Renderers } from './renderers.ts'

interface RenderersStory extends Pick<ThreadProps, 'items' | 'actions'> {
  readonly renderers: Renderers
}

const Rendered = ({ renderers, ...thread }: RenderersStory): ReactElement => (
  <RenderersProvider value={renderers}>
    <Thread {...thread} />
  </RenderersProvider>
)

const base = (key: string) => ({ id: key, key, runId: null, at: null })

const notice: NoticeItem = { ...base('n1'), kind: 'notice', notice: 'events-expired' }

const workflow: WorkflowItem = {
  ...base('w1'),
  kind: 'workflow',
  workflowId: 'w1' as WorkflowId, // written by hand here
  name: 'Courier claim',
  status: 'running',
  steps: [
    {
      stepId: 's1' as StepId,
      message: 'Find the parcel',
      status: 'completed',
      error: null,
      attempts: 1,
      lane: null,
    },
    {
      stepId: 's2' as StepId,
      message: 'Ask the courier',
      status: 'running',
      error: null,
      attempts: 1,
      lane: null,
    },
  ],
  submission: null,
}

const meta = {
  title: 'Foundations/Renderers',
  component: Rendered,
  args: { items: [], renderers: {} },
  parameters: {
    docs: {
      description: {
        component:
          'A host puts its own components in the place of the kit’s: by the kind of an item, by the name of a skill (which outranks the kind), by the type of a form’s field. `defineRenderers` tells each component the type of its item and refuses a name that the kit does not know. A component gets what the kit would have drawn as `children`, and what its row may do as `actions`. One that throws is replaced by the kit’s own, with a note.',
      },
    },
  },
} satisfies Meta<typeof Rendered>

export default meta

type Story = StoryObj<typeof meta>

/** A notice of the host's own, and the kit's workflow card with a line below it. */
export const ByKind: Story = {
  args: {
    items: [notice, workflow],
    renderers: defineRenderers({ kinds: { notice: RibbonNotice, workflow: WorkflowWithHelp } }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getByText('Older steps are in the archive.')).toBeVisible()
    await expect(await canvas.findByRole('region', { name: 'Workflow: Courier claim' })).toBeVisible()
    await expect(canvas.getByText(/Call 555-0100/)).toBeVisible()
  },
}

const decide = fn()

/** The approval of one skill as a receipt; its running card, and every other skill, as ever. */
export const BySkillName: Story = {
  args: {
    items: [
      sampleSkill('Look up order', { status: 'completed', endedAt: sampleApproval.at }),
      sampleApproval,
    ],
    actions: { decide },
    renderers: defineRenderers({ skills: { 'Create refund': { approval: RefundReceipt } } }),
  },
  play: async ({ canvasElement }) => {
    decide.mockClear()
    const canvas = within(canvasElement)
    const receipt = canvas.getByRole('region', { name: 'Refund to card ending 4402' })

    await userEvent.click(within(receipt).getByRole('button', { name: 'Pay it back' }))

    await expect(decide).toHaveBeenCalledOnce()
    await expect(decide).toHaveBeenCalledWith(sampleApproval.callId, 'approved')
  },
}

/** Stars for `Rating`, which the kit knows, and groups of four for `Iban`, which only the backend does. */
export const ByFieldType: Story = {
  args: { renderers: defineRenderers({ fields: { Rating: Stars, Iban } }) },
  render: ({ renderers }) => (
    <RenderersProvider value={renderers}>
      <DataPointsForm
        message="How did it go, and where should the money go?"
        dataPoints={[
          { key: 'rating', label: 'Rating', type: 'Rating' },
          { key: 'iban', label: 'Account', type: 'Iban' },
        ]}
        submission={null}
        onSubmit={() => undefined}
      />
    </RenderersProvider>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('radio', { name: '4 of 5' }))
    await userEvent.type(canvas.getByLabelText('Account'), 'PT50000201231234567890154')

    await expect(canvas.getByRole('radio', { name: '4 of 5' })).toBeChecked()
    await expect(canvas.getByLabelText('Account')).toHaveValue('PT50 0002 0123 1234 5678 9015 4')
  },
}

const Throwing = (): ReactNode => {
  throw new Error('A card that a host wrote in a hurry')
}

/** A component that throws takes nothing along: the kit's own card is there, and can be used. */
export const Throws: Story = {
  args: {
    items: [sampleApproval, notice],
    actions: { decide },
    renderers: defineRenderers({ kinds: { approval: Throwing } }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText(/own card could not be drawn/)).toBeVisible()
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Approve' })).toBeEnabled())
  },
}
