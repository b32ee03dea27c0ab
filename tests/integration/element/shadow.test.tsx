import '@threadwork/element'
import type { ThreadworkChat } from '@threadwork/element'
import { decodeDataPoints, type Fact, type StepId, type WorkflowId } from '@threadwork/core'
import type { ScriptedTransport } from '@threadwork/testing'
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { composerOf, inside, place, quietTransport, reply } from './element-page.ts'

beforeEach(() => page.viewport(1200, 900))

interface Opened {
  readonly chat: ThreadworkChat
  readonly transport: ScriptedTransport
}

const open = async (): Promise<Opened> => {
  const transport = quietTransport()
  const chat = place(document.createElement('threadwork-chat'), transport)
  await expect.poll(() => chat.session?.getState().history).toBe('ready')
  return { chat, transport }
}

const envelope = { runId: null, at: Date.UTC(2026, 10, 19, 12), eventId: null }

// Ids are written by hand here.
const form: readonly Fact[] = [
  {
    type: 'event',
    event: { ...envelope, seq: 1, type: 'workflow-started', workflowId: 'w1' as WorkflowId, name: 'Claim' },
  },
  {
    type: 'event',
    event: {
      ...envelope,
      seq: 2,
      type: 'form-required',
      workflowId: 'w1' as WorkflowId,
      stepId: 's1' as StepId,
      message: 'Your details',
      problems: [],
      dataPoints: decodeDataPoints([
        { key: 'name', label: 'Full name', type: 'Text', required: true },
        { key: 'mail', label: 'Email', type: 'Email', required: true },
      ]).dataPoints,
    },
  },
]

const focused = (chat: ThreadworkChat): Element | null => chat.shadowRoot?.activeElement ?? null

test('takes a question mark in the composer for a question mark', async () => {
  const { chat } = await open()
  chat.focus()

  await userEvent.keyboard('Really?')

  expect(composerOf(chat)?.value).toBe('Really?')
  expect(chat.shadowRoot?.querySelector('dialog[open]') ?? null).toBeNull()
})

test('shows its keys in a dialog of its own tree, and gives the focus back', async () => {
  const { chat, transport } = await open()
  transport.push(reply('m1', 'Hello'))
  const log = inside(chat, '[role=log]')
  log?.focus()

  await userEvent.keyboard('?')
  await expect.poll(() => chat.shadowRoot?.querySelector('dialog:modal') ?? null).not.toBeNull()
  await userEvent.keyboard('{Escape}')

  await expect.poll(() => chat.shadowRoot?.querySelector('dialog:modal') ?? null).toBeNull()
  expect(focused(chat)).not.toBeNull()
})

test('walks from region to region by F6', async () => {
  const { chat } = await open()
  chat.focus()
  const from = focused(chat)

  await userEvent.keyboard('{F6}')

  expect(focused(chat)).not.toBe(from)
  expect(focused(chat)).not.toBeNull()
})

test('leads from the list of a form’s faults to the field', async () => {
  const { chat, transport } = await open()
  transport.push(...form)
  await userEvent.click(page.getByRole('button', { name: 'Send details' }))
  const summary = page.getByRole('button', { name: /Email/ }).or(page.getByRole('link', { name: /Email/ }))

  await userEvent.click(summary)

  expect(focused(chat)?.getAttribute('type')).toBe('email')
})

test('takes the focus to the one field that is wrong', async () => {
  const { chat, transport } = await open()
  transport.push(...form)
  await userEvent.fill(page.getByLabelText('Full name'), 'Ada Moreau')

  await userEvent.click(page.getByRole('button', { name: 'Send details' }))

  await expect.poll(() => focused(chat)?.getAttribute('type')).toBe('email')
})

test('keeps its keys in a panel that takes the whole of a phone', async () => {
  await page.viewport(390, 800)
  const transport = quietTransport()
  const launcher = place(document.createElement('threadwork-launcher'), transport)
  launcher.show()
  await expect.poll(() => launcher.session?.getState().history).toBe('ready')
  inside(launcher, '[role=log]')?.focus()

  await userEvent.keyboard('?')

  await expect.poll(() => launcher.shadowRoot?.querySelectorAll('dialog:modal').length).toBe(2)
})
