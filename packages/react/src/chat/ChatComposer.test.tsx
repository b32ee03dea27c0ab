import type {
  Command,
  Fact,
  FileId,
  Outcome,
  RunId,
  Storage,
  Transport,
  TransportSink,
} from '@threadwork/core'
import type { ReactElement } from 'react'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../styles.css'
import { Chat } from './Chat.tsx'

const at = Date.UTC(2026, 10, 19, 12)
// A test names its ids by hand.
const run = 'r1' as RunId
const started: Fact = {
  type: 'event',
  event: { type: 'turn-started', runId: run, seq: 1, at, eventId: null },
}
const asked: Fact = {
  type: 'event',
  event: {
    type: 'approval-required',
    runId: run,
    seq: 2,
    at: at + 1,
    eventId: null,
    callId: 'c1' as Extract<Command, { type: 'decide' }>['callId'],
    skillName: 'Create refund',
    skillId: null,
    scope: 'skill',
    parameters: { amount: 90 },
    schema: [],
  },
}
const ended: Fact = {
  type: 'event',
  event: { type: 'turn-ended', runId: run, seq: 9, at: at + 9, eventId: null },
}

/** A backend in the test's hands. `before`: what its history says when a page is opened. */
const backendWith = (before: readonly Fact[] = []) => {
  const sinks = new Set<TransportSink>()
  const sent: Command[] = []
  const transport: Transport = {
    capabilities: {
      name: 'hand',
      delivery: 'push',
      idempotent: [],
      commands: ['send-message', 'decide'],
      stop: 'stop-listening',
      attachments: { maxFiles: 2, maxBytes: 1000, accept: ['image/*'], isTextRequired: true },
    },
    open: (_, sink) => {
      sinks.add(sink)
      return {
        submit: (command): Promise<Outcome> => {
          sent.push(command)
          return Promise.resolve({ status: 'accepted', runId: null })
        },
        read: () => Promise.resolve({ status: 'read', facts: before, isExpired: false, problems: [] }),
        resume: () => Promise.resolve(false),
        renewLink: () => Promise.resolve({ status: 'read', facts: [], isExpired: false, problems: [] }),
        upload: ({ name }) => Promise.resolve({ status: 'uploaded', fileId: `id of ${name}` as FileId }),
        stopListening: () => undefined,
        wake: () => undefined,
        close: () => void sinks.delete(sink),
      }
    },
  }
  return {
    transport,
    sent,
    receive: (...facts: readonly Fact[]) => sinks.forEach((sink) => sink.receive(facts)),
  }
}

const memory = (): Storage & { readonly notes: Map<string, string> } => {
  const notes = new Map<string, string>()
  return {
    notes,
    read: (key) => notes.get(key) ?? null,
    write: (key, value) => void notes.set(key, value),
    remove: (key) => void notes.delete(key),
  }
}

const page = (transport: Transport, storage: Storage = memory(), conversationId = 'c1'): ReactElement => (
  <div style={{ blockSize: 560 }}>
    <Chat
      transport={transport}
      conversationId={conversationId}
      storage={storage}
      followUps={['And the fee?']}
      maxLength={500}
    />
  </div>
)

const texts = (commands: readonly Command[]) =>
  commands.flatMap((command) => (command.type === 'send-message' ? [command.text] : []))

describe('typing while an approval is open', () => {
  test('is never an error: the message waits in sight, and goes out once, after the turn', async () => {
    const backend = backendWith()
    const screen = await render(page(backend.transport))
    await expect.element(screen.getByText('What can I do for you?')).toBeVisible()
    backend.receive(started, asked)
    await expect.element(screen.getByRole('region', { name: 'Approval: Create refund' })).toBeVisible()

    await screen.getByRole('textbox', { name: 'Message' }).fill('Why so little?')
    await userEvent.keyboard('{Enter}')
    const queue = screen.getByRole('region', { name: 'Waiting messages' })
    await expect.poll(() => queue.query()?.textContent).toMatch(/Goes out when you have answered above/)
    expect(texts(backend.sent)).toEqual([])
    backend.receive(ended)

    await expect.poll(() => texts(backend.sent)).toEqual(['Why so little?'])
    await expect.element(queue).not.toBeInTheDocument()
    await expect.element(screen.getByText('Why so little?')).toBeVisible()
  })
})

describe('a message that waits', () => {
  test('is edited in its place, survives a reload, and is sent once', async () => {
    const storage = memory()
    const before = backendWith([started])
    const first = await render(page(before.transport, storage))
    await first.getByRole('textbox', { name: 'Message' }).fill('one')
    before.receive(started)
    await expect
      .element(first.getByRole('status', { name: 'Conversation status' }))
      .toHaveAttribute('data-twk-phase', 'ai-running')
    await userEvent.keyboard('{Enter}')
    await first.getByRole('button', { name: 'Edit' }).click()
    await first.getByRole('textbox', { name: 'Waiting message' }).fill('better')
    await first.getByRole('button', { name: 'Save' }).click()
    await first.unmount()

    const after = backendWith([started])
    const screen = await render(page(after.transport, storage))
    await expect
      .poll(() => screen.getByRole('region', { name: 'Waiting messages' }).query()?.textContent)
      .toMatch(/better/)
    after.receive(ended)

    await expect.poll(() => texts(after.sent)).toEqual(['better'])
    expect(texts(before.sent)).toEqual([])
  })
})

describe('files', () => {
  // One red point, as a PNG of 70 bytes.
  const point =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
  const png = (name: string) =>
    new File([Uint8Array.from(atob(point), (letter) => letter.charCodeAt(0))], name, { type: 'image/png' })

  test('are dropped anywhere on the chat, sent with words, and seen on the message', async () => {
    const backend = backendWith()
    const screen = await render(page(backend.transport))
    await expect.element(screen.getByText('What can I do for you?')).toBeVisible()
    const data = new DataTransfer()
    data.items.add(png('lamp.png'))
    const log = screen.getByRole('log').element()
    log.dispatchEvent(new DragEvent('dragenter', { dataTransfer: data, bubbles: true }))
    await expect.element(screen.getByText('Drop files here to attach them')).toBeVisible()

    log.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    await expect.element(screen.getByText('1 file attached, 70 bytes.')).toBeInTheDocument()
    await expect.element(screen.getByRole('textbox', { name: 'Message' })).toHaveFocus()
    await userEvent.keyboard('Look{Enter}')

    await expect
      .poll(() => backend.sent)
      .toEqual([
        {
          type: 'send-message',
          text: 'Look',
          attachments: [{ fileId: 'id of lamp.png', name: 'lamp.png', mediaType: 'image/png', size: 70 }],
        },
      ])
    const message = screen.getByRole('article', { name: 'You' })
    await expect
      .poll(() => message.getByRole('list', { name: 'Files' }).query()?.textContent)
      .toMatch(/lamp\.png70 bytes/)
    // What this page sent, it can show.
    await expect.poll(() => message.element().querySelector('img')?.naturalWidth).toBe(1)
  })

  test('wait with their message', async () => {
    const backend = backendWith()
    const screen = await render(page(backend.transport))
    await expect.element(screen.getByText('What can I do for you?')).toBeVisible()
    backend.receive(started)
    const picker = document.querySelector<HTMLInputElement>('input[type=file]')
    await userEvent.upload(picker ?? document.body, png('lamp.png'))
    await screen.getByRole('textbox', { name: 'Message' }).fill('Look')
    await expect.element(screen.getByText('1 file attached, 70 bytes.')).toBeInTheDocument()
    await userEvent.keyboard('{Enter}')

    await expect
      .poll(() => screen.getByRole('region', { name: 'Waiting messages' }).query()?.textContent)
      .toMatch(/lamp\.pngLook/)
  })

  test('are the draft of their own conversation', async () => {
    const backend = backendWith()
    const storage = memory()
    const screen = await render(page(backend.transport, storage, 'one'))
    const picker = () => document.querySelector<HTMLInputElement>('input[type=file]') ?? document.body
    await expect.element(screen.getByText('What can I do for you?')).toBeVisible()
    await userEvent.upload(picker(), png('one.png'))
    await expect.element(screen.getByText('1 file attached, 70 bytes.')).toBeInTheDocument()

    await screen.rerender(page(backend.transport, storage, 'two'))
    await expect.element(screen.getByRole('list', { name: 'Attached files' })).not.toBeInTheDocument()
    await screen.rerender(page(backend.transport, storage, 'one'))

    await expect
      .poll(() => screen.getByRole('list', { name: 'Attached files' }).query()?.textContent)
      .toMatch(/one\.png/)
  })
})

test('offers what may come next while nothing runs, and not before the conversation has begun', async () => {
  const backend = backendWith()
  const screen = await render(page(backend.transport))
  await expect.element(screen.getByText('What can I do for you?')).toBeVisible()
  expect(screen.getByRole('toolbar', { name: 'Suggestions' }).query()).toBeNull()

  backend.receive(started, asked, ended)
  await screen.getByRole('button', { name: 'And the fee?' }).click()

  await expect.poll(() => texts(backend.sent)).toEqual(['And the fee?'])
})
