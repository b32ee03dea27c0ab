import type { ApprovalItem, Item, MessageItem } from '@threadwork/core'
import type { ReactElement } from 'react'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { ClockProvider } from '../clock/ClockProvider.tsx'
import { createManualClock, type ManualClock } from '../clock/manual-clock.ts'
import '../styles.css'
import { Announcer, type AnnouncerProps } from './Announcer.tsx'

const message = (key: string, text: string): MessageItem => ({
  kind: 'message',
  id: key,
  key,
  runId: null,
  at: null,
  role: 'agent',
  messageId: null,
  text,
  status: 'complete',
  submission: null,
})
// Only the fields that are read of it.
const approval = {
  kind: 'approval',
  key: 'a',
  skillName: 'Refund',
  status: 'awaiting',
  submission: null,
} as unknown as ApprovalItem

const drawn = (clock: ManualClock, props: AnnouncerProps): ReactElement => (
  <ClockProvider value={clock}>
    <Announcer agentName="Ada" {...props} />
  </ClockProvider>
)

const regions = (): readonly string[] =>
  ['assertive', 'polite'].map(
    (urgency) => document.querySelector(`.twk-announcer [aria-live="${urgency}"]`)?.textContent ?? 'missing',
  )

const frames = async (): Promise<void> => {
  for (let count = 0; count < 3; count += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
}

/** Lets an hour pass in steps, so that what is due in between is drawn. */
const pass = async (clock: ManualClock, ms: number): Promise<void> => {
  // What was drawn has to be in effect before its time can pass.
  await frames()
  clock.advance(ms)
  await frames()
}

const opened = async (items: readonly Item[]) => {
  const clock = createManualClock()
  const screen = await render(drawn(clock, { items, isReady: true }))
  await expect.poll(regions).toEqual(['', ''])
  return {
    clock,
    screen,
    hear: (next: readonly Item[]) => screen.rerender(drawn(clock, { items: next, isReady: true })),
  }
}

// First of all: here the words have not come yet.
test('knows what was there when the conversation was ready, though its words come late', async () => {
  const clock = createManualClock()
  const screen = await render(drawn(clock, { items: [], isReady: false }))
  await screen.rerender(drawn(clock, { items: [message('m1', 'Old')], isReady: true }))
  await screen.rerender(drawn(clock, { items: [message('m1', 'Old'), message('m2', 'New')], isReady: true }))

  await expect.poll(regions).toEqual(['', ''])
  await pass(clock, 1000)

  await expect.poll(regions).toEqual(['', 'Ada: New.'])
})

test('stands silent with what was there, and says what is new: first what needs a person', async () => {
  const { clock, hear } = await opened([message('m1', 'Old')])

  await hear([message('m1', 'Old'), message('m2', '**New**'), approval])
  await pass(clock, 300)
  await expect.poll(regions).toEqual(['Your approval is needed for Refund.', ''])

  await pass(clock, 3000)
  await expect.poll(regions).toEqual(['', 'Ada: New.'])
})

test('takes a sentence off the page when it was heard, and says the same words again as another element', async () => {
  const { clock, hear } = await opened([])
  await hear([message('m1', 'Yes')])
  await pass(clock, 300)
  const first = document.querySelector('.twk-announcer p')
  await hear([message('m1', 'Yes'), message('m2', 'Yes')])

  await pass(clock, 2000)
  const second = document.querySelector('.twk-announcer p')
  await pass(clock, 20_000)

  expect(first?.textContent).toBe('Ada: Yes.')
  expect(second?.textContent).toBe('Ada: Yes.')
  expect(second).not.toBe(first)
  await expect.poll(regions).toEqual(['', ''])
})

test('waits while a dialog makes the page inert, and goes on when it is closed', async () => {
  const { clock, hear } = await opened([])
  const dialog = document.body.appendChild(document.createElement('dialog'))
  dialog.showModal()
  await hear([message('m1', 'Yes')])
  await pass(clock, 5000)
  await expect.poll(regions).toEqual(['', ''])

  dialog.close()

  await expect.poll(regions).toEqual(['', 'Ada: Yes.'])
  dialog.remove()
})
