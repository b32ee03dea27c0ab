import type { CallId } from '@threadwork/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState, type ReactElement } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { Thread } from '../thread/Thread.tsx'
import { EventInspector } from './EventInspector.tsx'
import type { InspectorFaults } from './FaultsPanel.tsx'
import { createSampleTurn, createSampleWorld, type SampleWorld } from './inspector-samples.ts'

interface Loaded {
  readonly world: SampleWorld
}

const worldOf = (loaded: Record<string, unknown>): SampleWorld => (loaded as unknown as Loaded).world

const meta: Meta<typeof EventInspector> = {
  title: 'Conversation/EventInspector',
  component: EventInspector,
  render: (args, { loaded }) => (
    <div style={{ blockSize: '90vh', minBlockSize: 560, maxInlineSize: 420 }}>
      <EventInspector {...args} session={worldOf(loaded).session} />
    </div>
  ),
  loaders: [() => ({ world: createSampleTurn() })],
  beforeEach:
    ({ loaded }) =>
    () =>
      worldOf(loaded).session.close(),
}
export default meta
type Story = StoryObj<typeof EventInspector>

const inspectorIn = (canvasElement: HTMLElement) =>
  within(within(canvasElement).getByRole('region', { name: 'Events' }))

const rowOf = (events: ReturnType<typeof inspectorIn>, name: RegExp) => events.findByRole('button', { name })

export const Empty: Story = {
  loaders: [() => ({ world: createSampleWorld() })],
  play: async ({ canvasElement }) => {
    await expect(inspectorIn(canvasElement).getByText('Nothing has come over the wire yet.')).toBeVisible()
  },
}

export const Live: Story = {
  play: async ({ canvasElement, loaded }) => {
    const events = inspectorIn(canvasElement)
    await expect(events.getAllByRole('listitem')).toHaveLength(7)

    worldOf(loaded).report({ name: 'skill.progress' })

    await rowOf(events, /skill\.progress/u)
    await expect(events.getByText('8 of 8 events')).toBeVisible()
    await expect(events.getAllByRole('listitem')[0]).toHaveTextContent('skill.progress')
  },
}

export const Huge: Story = {
  loaders: [() => ({ world: createSampleWorld() })],
  play: async ({ canvasElement, loaded }) => {
    const events = inspectorIn(canvasElement)
    for (let count = 1; count <= 10_000; count += 1)
      worldOf(loaded).report({ name: `agent.message.${count}`, detail: `seq ${count}` })
    await events.findByText('10000 of 10000 events')

    await expect(events.getAllByRole('listitem').length).toBeLessThan(80)
    const newest = await rowOf(events, /agent\.message\.10000/u)
    newest.focus()
    await userEvent.keyboard('{End}')

    const oldest = await rowOf(events, /agent\.message\.1 /u)
    await waitFor(() => expect(oldest).toHaveFocus())
    await expect(oldest.closest('li')).toHaveAttribute('aria-posinset', '10000')
  },
}

export const Filtered: Story = {
  play: async ({ canvasElement }) => {
    const events = inspectorIn(canvasElement)
    await userEvent.type(events.getByRole('searchbox', { name: 'Find in events' }), 'skill')
    await expect(events.getByText('4 of 7 events')).toBeVisible()

    await userEvent.selectOptions(events.getByRole('combobox', { name: 'Kind' }), 'Malformed')
    await expect(events.getByText('1 of 7 events')).toBeVisible()

    await userEvent.selectOptions(events.getByRole('combobox', { name: 'Run' }), 'Run 1')
    await expect(events.getByText('No event matches.')).toBeVisible()
  },
}

const WithThread = ({ world }: { readonly world: SampleWorld }): ReactElement => (
  <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 20rem), 1fr))' }}>
    <div style={{ display: 'grid', blockSize: '90vh', minBlockSize: 560 }}>
      <Thread session={world.session} />
    </div>
    <div style={{ blockSize: '90vh', minBlockSize: 560 }}>
      <EventInspector session={world.session} />
    </div>
  </div>
)

export const Journey: Story = {
  render: (_, { loaded }) => <WithThread world={worldOf(loaded)} />,
  play: async ({ canvasElement }) => {
    const events = inspectorIn(canvasElement)
    await userEvent.click(await rowOf(events, /skill\.confirmation_required/u))
    const journey = within(events.getByRole('region', { name: 'From the wire to the page' }))

    await expect(journey.getByText('approval-required')).toBeVisible()
    await expect(journey.queryByText(/ann@example\.org/u)).toBeNull()
    await userEvent.click(journey.getByRole('checkbox', { name: 'Show texts and parameters' }))
    await expect(journey.getAllByText(/ann@example\.org/u).length).toBeGreaterThan(0)

    await userEvent.click(journey.getByRole('button', { name: 'Go to the approval' }))
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-twk-kind', 'approval'))
  },
}

export const PhaseExplained: Story = {
  play: async ({ canvasElement }) => {
    const events = inspectorIn(canvasElement)
    await userEvent.click(await events.findByText('Why this phase'))

    const rules = await waitFor(() => {
      const found = events.getAllByRole('listitem').filter(({ dataset }) => dataset['holds'] !== undefined)
      if (found.length !== 8) throw new Error(`${found.length} rules are shown, and there are eight.`)
      return found
    })
    await expect(rules[0]).toHaveTextContent('Holds: An approval waits for an answer. This decides.')
    await expect(rules[3]).toHaveTextContent('Does not hold: A skill or a workflow is running.')
    await expect(rules[6]).toHaveTextContent('The newest run has not ended.')
  },
}

export const OutboxAndLink: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { session, end } = worldOf(loaded)
    const events = inspectorIn(canvasElement)
    session.decide('call-1' as CallId, 'rejected', 'too dear')
    end()
    await userEvent.click(await events.findByText('Outbox'))
    await userEvent.click(await events.findByText('Link'))

    await expect(await events.findByText('Decision')).toBeVisible()
    await waitFor(() => expect(events.getAllByText('Arrived')).toHaveLength(2))
    await expect(events.queryByText(/too dear/u)).toBeNull()
    await expect(events.getByText('No stream is open.')).toBeVisible()
    await events.findByText(/The next read is in|A read is under way|No read is planned/u)
  },
}

const WithFaults = ({ world }: { readonly world: SampleWorld }): ReactElement => {
  const [isOn, setOn] = useState(false)
  const faults: InspectorFaults = {
    list: [
      { id: 'duplicate', label: 'Every event comes twice', isOn },
      { id: 'mute', label: 'Streams say nothing more', isOn: false },
    ],
    set: (id, next) => {
      if (id === 'duplicate') setOn(next)
    },
  }
  return (
    <div style={{ blockSize: '90vh', minBlockSize: 560, maxInlineSize: 420 }}>
      <EventInspector session={world.session} faults={faults} />
    </div>
  )
}

export const Faults: Story = {
  render: (_, { loaded }) => <WithFaults world={worldOf(loaded)} />,
  play: async ({ canvasElement }) => {
    const events = inspectorIn(canvasElement)
    await userEvent.click(await events.findByText('Faults'))
    const fault = await events.findByRole('checkbox', { name: 'Every event comes twice' })

    await userEvent.click(fault)

    await expect(fault).toBeChecked()
  },
}

export const Recording: Story = {
  args: { onSaveTape: fn() },
  play: async ({ args, canvasElement, loaded }) => {
    const events = inspectorIn(canvasElement)
    await userEvent.click(events.getByRole('button', { name: 'Record' }))
    worldOf(loaded).session.send('my own words')

    await userEvent.click(await events.findByRole('button', { name: 'Save tape' }))

    await expect(args.onSaveTape).toHaveBeenCalledWith(expect.stringContaining('"isRedacted":true'))
    await expect(args.onSaveTape).not.toHaveBeenCalledWith(expect.stringContaining('my own words'))
    await expect(events.getByRole('button', { name: 'Record' })).toBeVisible()
  },
}
