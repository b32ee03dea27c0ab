import type { NoticeItem } from '@threadwork/core'
import { lazy, type ReactElement, type ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { sampleApproval } from '../approval/approval-samples.ts'
import { DataPointsForm } from '../form/DataPointsForm.tsx'
import { sampleSkill } from '../skill/skill-samples.ts'
import { Thread, type ThreadProps } from '../thread/Thread.tsx'
import { RenderersProvider } from './RenderersProvider.tsx'
import { defineRenderers, type Renderers } from './renderers.ts'

const notice: NoticeItem = {
  kind: 'notice',
  id: 'n1',
  key: 'n1',
  runId: null,
  at: null,
  notice: 'events-expired',
}

const thread = (renderers: Renderers, props: ThreadProps): ReactElement => (
  <RenderersProvider value={renderers}>
    <Thread {...props} />
  </RenderersProvider>
)

const broken = /own card could not be drawn/

// React says which component threw; here that is the point of the test.
const quietly = () => vi.spyOn(console, 'error').mockImplementation(() => undefined)

test('draws a skill by its name before its kind, on its card and on its approval', async () => {
  const renderers = defineRenderers({
    kinds: { skill: () => <p>by kind</p>, approval: () => <p>approval by kind</p> },
    skills: { 'Create refund': ({ item }) => <p>refund {item.kind}</p> },
  })
  const refund = sampleSkill('Create refund')

  const screen = await render(
    thread(renderers, { items: [sampleSkill('Look up order'), refund, sampleApproval] }),
  )

  await expect.element(screen.getByText('by kind', { exact: true })).toBeVisible()
  await expect.element(screen.getByText('refund skill')).toBeVisible()
  await expect.element(screen.getByText('refund approval')).toBeVisible()
})

test('draws one face of a skill and leaves the other to the kit', async () => {
  const renderers = defineRenderers({ skills: { 'Create refund': { skill: () => <p>own card</p> } } })
  const refund = sampleSkill('Create refund')

  const screen = await render(thread(renderers, { items: [refund, sampleApproval] }))

  await expect.element(screen.getByText('own card')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Approve' })).toBeVisible()
})

test('takes no method that every object has for a renderer', async () => {
  const items = [sampleSkill('constructor')]

  const screen = await render(thread({ skills: {} }, { items }))

  await expect.element(screen.getByText('constructor')).toBeVisible()
  expect(screen.getByText(broken).query()).toBeNull()
})

test('gives a renderer what its row may do', async () => {
  const decide = vi.fn()
  const renderers = defineRenderers({
    kinds: {
      approval: ({ item, actions }) => (
        <button type="button" onClick={() => actions.decide?.(item.callId, 'approved')}>
          Pay
        </button>
      ),
    },
  })
  const screen = await render(thread(renderers, { items: [sampleApproval], actions: { decide } }))

  await screen.getByRole('button', { name: 'Pay' }).click()

  expect(decide).toHaveBeenCalledWith(sampleApproval.callId, 'approved')
})

test('shows the kit’s own card, with a note, in place of one that throws, and the rest as ever', async () => {
  const errors = quietly()
  const Throwing = (): ReactNode => {
    throw new Error('no amount')
  }

  const screen = await render(
    thread(defineRenderers({ kinds: { approval: Throwing } }), { items: [sampleApproval, notice] }),
  )

  await expect.element(screen.getByText(broken)).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Approve' })).toBeVisible()
  await expect.element(screen.getByText(/no longer kept/)).toBeVisible()
  expect(errors).toHaveBeenCalled()
  errors.mockRestore()
})

test('tries a renderer that threw again when the item is in another state', async () => {
  const errors = quietly()
  const renderers = defineRenderers({
    kinds: {
      skill: ({ item }) => {
        if (item.endedAt === null) throw new Error('no end yet')
        return <p>took {item.endedAt}</p>
      },
    },
  })
  const running = sampleSkill('Look up order')
  const screen = await render(thread(renderers, { items: [running] }))
  await expect.element(screen.getByText(broken)).toBeVisible()

  await screen.rerender(thread(renderers, { items: [{ ...running, status: 'completed', endedAt: 5 }] }))

  await expect.element(screen.getByText('took 5')).toBeVisible()
  await expect.element(screen.getByText(broken)).not.toBeInTheDocument()
  errors.mockRestore()
})

test('shows the kit’s own card until one that comes late has come', async () => {
  let come = (): void => undefined
  const Late = lazy(
    () =>
      new Promise<{ readonly default: () => ReactNode }>((resolve) => {
        come = () => resolve({ default: () => <p>own notice</p> })
      }),
  )
  const screen = await render(thread(defineRenderers({ kinds: { notice: Late } }), { items: [notice] }))
  await expect.element(screen.getByText(/no longer kept/)).toBeVisible()

  come()

  await expect.element(screen.getByText('own notice')).toBeVisible()
})

test('shows the kit’s own control for a field whose own throws, and keeps what was typed', async () => {
  const errors = quietly()
  const Fragile = ({
    value,
    onChange,
    id,
  }: {
    readonly value: unknown
    readonly onChange: (value: unknown) => void
    readonly id: string
  }) => {
    if (value === 'boom') throw new Error('no')
    return <input id={id} value={String(value)} onChange={(event) => onChange(event.currentTarget.value)} />
  }
  const renderers = defineRenderers({ fields: { Iban: Fragile } })
  const screen = await render(
    <RenderersProvider value={renderers}>
      <DataPointsForm
        message="Your account"
        dataPoints={[{ key: 'iban', label: 'IBAN', type: 'Iban' }]}
        submission={null}
        onSubmit={() => undefined}
      />
    </RenderersProvider>,
  )

  await screen.getByLabelText('IBAN').fill('boom')

  await expect.element(screen.getByText(/own field could not be drawn/)).toBeVisible()
  await expect.element(screen.getByLabelText('IBAN')).toHaveValue('boom')
  errors.mockRestore()
})
