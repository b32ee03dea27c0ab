import type {
  Command,
  Fact,
  MessageId,
  Outcome,
  RunId,
  Transport,
  TransportConnection,
  TransportSink,
} from '@threadwork/core'
import { StrictMode } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../styles.css'
import { Chat } from './Chat.tsx'

interface HandTransport {
  readonly transport: Transport
  readonly commands: readonly Command[]
  readonly counts: { opened: number; closed: number; wakes: number; reads: number }
  receive(...facts: readonly Fact[]): void
}

/** A backend in the test's hands: it accepts each command and has an empty history. */
const handTransport = (): HandTransport => {
  const sinks = new Set<TransportSink>()
  const commands: Command[] = []
  const counts = { opened: 0, closed: 0, wakes: 0, reads: 0 }
  const connect = (sink: TransportSink): TransportConnection => ({
    submit: (command): Promise<Outcome> => {
      commands.push(command)
      return Promise.resolve({ status: 'accepted', runId: 'r1' as RunId })
    },
    read: () => {
      counts.reads += 1
      return Promise.resolve({ status: 'read', facts: [], isExpired: false, problems: [] })
    },
    resume: () => Promise.resolve(false),
    renewLink: () => Promise.resolve({ status: 'read', facts: [], isExpired: false, problems: [] }),
    stopListening: () => undefined,
    wake: () => (counts.wakes += 1),
    close: () => {
      counts.closed += 1
      sinks.delete(sink)
    },
  })
  const transport: Transport = {
    capabilities: {
      name: 'hand',
      delivery: 'push',
      idempotent: [],
      commands: ['send-message', 'decide', 'submit-form', 'retry-step'],
      stop: 'stop-listening',
    },
    open: (_, sink) => {
      counts.opened += 1
      sinks.add(sink)
      return connect(sink)
    },
  }
  return {
    transport,
    commands,
    counts,
    receive: (...facts) => sinks.forEach((sink) => sink.receive(facts)),
  }
}

const chat = (transport: Transport, conversationId = `c${Math.random()}`) => (
  <div style={{ blockSize: 500 }}>
    <Chat transport={transport} conversationId={conversationId} />
  </div>
)

const reply = (text: string): Fact => ({
  type: 'event',
  event: {
    type: 'message',
    messageId: 'm1' as MessageId,
    text,
    runId: 'r1' as RunId,
    seq: 2,
    at: 1_760_000_002_000,
    eventId: null,
  },
})
const ended = {
  type: 'turn-ended',
  runId: 'r1' as RunId,
  seq: 9,
  at: 1_760_000_009_000,
  eventId: null,
} as const
const started: Fact = {
  type: 'event',
  event: { type: 'turn-started', runId: 'r1' as RunId, seq: 1, at: 1_760_000_001_000, eventId: null },
}

test('opens one stream in StrictMode, for two mounts, and closes it with the last', async () => {
  const { transport, counts } = handTransport()
  const screen = await render(
    <StrictMode>
      {chat(transport, 'two')}
      {chat(transport, 'two')}
    </StrictMode>,
  )
  await expect.element(screen.getByRole('log').first()).toBeVisible()
  expect(counts).toMatchObject({ opened: 1, closed: 0 })

  await screen.rerender(<StrictMode>{chat(transport, 'two')}</StrictMode>)
  expect(counts).toMatchObject({ opened: 1, closed: 0 })
  await screen.unmount()

  await expect.poll(() => counts.closed).toBe(1)
})

test('keeps its stream when the host makes its transport anew at each render', async () => {
  const transports = [handTransport(), handTransport(), handTransport()]
  const opened = () => transports.reduce((sum, { counts }) => sum + counts.opened, 0)
  const screen = await render(chat(transports[0]!.transport, 'inline'))

  await screen.rerender(chat(transports[1]!.transport, 'inline'))
  await screen.rerender(chat(transports[2]!.transport, 'inline'))

  expect(opened()).toBe(1)
})

test('opens another stream for another conversation and closes the first', async () => {
  const { transport, counts } = handTransport()
  const screen = await render(chat(transport, 'one'))

  await screen.rerender(chat(transport, 'other'))

  await expect.poll(() => [counts.opened, counts.closed]).toEqual([2, 1])
})

test('sends what is typed and shows the reply', async () => {
  const backend = handTransport()
  const screen = await render(chat(backend.transport))
  await screen.getByRole('textbox', { name: 'Message' }).click()

  await userEvent.keyboard('Hello{Enter}')
  await expect.poll(() => backend.commands).toEqual([{ type: 'send-message', text: 'Hello' }])
  backend.receive(started, reply('**Good** day'))

  await expect.element(screen.getByText('Good')).toBeVisible()
  await expect.element(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('')
})

test('says what is going on, lets a message wait while busy and offers Stop', async () => {
  const backend = handTransport()
  const screen = await render(chat(backend.transport))
  await expect.element(screen.getByRole('textbox', { name: 'Message' })).toBeVisible()
  await expect.element(screen.getByText('What can I do for you?')).toBeVisible()
  backend.receive(started)
  const status = screen.getByRole('status', { name: 'Conversation status' })
  await expect.element(status).toHaveAttribute('data-twk-phase', 'ai-running')

  await screen.getByRole('textbox', { name: 'Message' }).click()
  await userEvent.keyboard('And then?{Enter}')

  const queue = screen.getByRole('region', { name: 'Waiting messages' })
  await expect.poll(() => queue.query()?.textContent).toMatch(/And then\?/)
  await expect.poll(() => queue.query()?.textContent).toMatch(/Goes out when the assistant has finished\./)
  await expect
    .element(screen.getByRole('button', { name: 'Stop listening' }))
    .toHaveAccessibleDescription(/run goes on/)
  expect(backend.commands).toEqual([])
  backend.receive({ type: 'event', event: { ...ended } })

  await expect.poll(() => backend.commands).toEqual([{ type: 'send-message', text: 'And then?' }])
  await expect.element(queue).not.toBeInTheDocument()
})

test('keeps a draft for each conversation', async () => {
  const { transport } = handTransport()
  const screen = await render(chat(transport, 'draft-a'))
  const field = screen.getByRole('textbox', { name: 'Message' })
  await field.fill('half a thought')

  await screen.rerender(chat(transport, 'draft-b'))
  await expect.element(field).toHaveValue('')
  await screen.rerender(chat(transport, 'draft-a'))

  await expect.element(field).toHaveValue('half a thought')
})

test('tells the session what the browser knows', async () => {
  const { transport, counts } = handTransport()
  const screen = await render(chat(transport))
  await expect.element(screen.getByRole('log')).toBeVisible()

  dispatchEvent(new Event('offline'))
  await expect.element(screen.getByText(/You are offline/)).toBeVisible()
  const before = counts.wakes + counts.reads
  dispatchEvent(new Event('online'))

  await expect.poll(() => counts.wakes + counts.reads).toBeGreaterThan(before)
})

test('looks again when the person turns to its window, which was in sight all the time', async () => {
  const { transport, counts } = handTransport()
  const screen = await render(chat(transport))
  await expect.element(screen.getByRole('log')).toBeVisible()
  const before = counts.wakes + counts.reads

  dispatchEvent(new Event('focus'))

  await expect.poll(() => counts.wakes + counts.reads).toBeGreaterThan(before)
})
