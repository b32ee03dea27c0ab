import { StrictMode } from 'react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { sampleHeldQueue, sampleQueue } from './queue-samples.ts'
import { QueuedMessages, type QueuedMessagesProps } from './QueuedMessages.tsx'

const mount = async (props: Partial<QueuedMessagesProps> = {}) => {
  const acts = { onEdit: vi.fn(), onPause: vi.fn(), onRemove: vi.fn(), onSendNow: vi.fn() }
  const screen = await render(
    <StrictMode>
      <QueuedMessages messages={sampleQueue} phase="ai-running" {...acts} {...props} />
    </StrictMode>,
  )
  const [first, second] = screen.getByRole('listitem').all()
  if (!first || !second) throw new Error('The queue shows fewer messages than it was given.')
  return { screen, first, second, ...acts }
}

test('says what the messages wait for, in their order', async () => {
  const { screen, first, second } = await mount()

  await expect.element(screen.getByText(/Goes out when the assistant has finished/)).toBeVisible()
  await expect.element(screen.getByText('2 messages wait')).toBeVisible()
  await expect.poll(() => first.query()?.textContent).toMatch(/And can the lamp be delivered/)
  await expect.poll(() => second.query()?.textContent).toMatch(/lamp\.pngHere is the photo/)
})

test('keeps a message from leaving while it is edited, and tells the new text', async () => {
  const { first, screen, onEdit, onPause } = await mount()

  await first.getByRole('button', { name: 'Edit' }).click()
  await expect.element(screen.getByRole('textbox', { name: 'Waiting message' })).toHaveFocus()
  expect(onPause).toHaveBeenLastCalledWith('one', true)
  await screen.getByRole('textbox', { name: 'Waiting message' }).fill('To my office, please.')
  await userEvent.keyboard('{Enter}')

  expect(onEdit.mock.calls).toEqual([['one', 'To my office, please.']])
  expect(onPause).toHaveBeenLastCalledWith('one', false)
  await expect.element(first.getByRole('button', { name: 'Edit' })).toHaveFocus()
})

test('leaves a message as it was when the edit is given up', async () => {
  const { first, screen, onEdit, onPause } = await mount()
  await first.getByRole('button', { name: 'Edit' }).click()

  await screen.getByRole('textbox', { name: 'Waiting message' }).fill('No')
  await userEvent.keyboard('{Escape}')

  expect(onEdit).not.toHaveBeenCalled()
  expect(onPause).toHaveBeenLastCalledWith('one', false)
})

test('does not let a message wait for ever when its row goes away in the middle of an edit', async () => {
  const { first, screen, onPause } = await mount()
  await first.getByRole('button', { name: 'Edit' }).click()

  await screen.unmount()

  expect(onPause).toHaveBeenLastCalledWith('one', false)
})

test('takes a message away', async () => {
  const { second, onRemove } = await mount()

  await second.getByRole('button', { name: 'Remove' }).click()

  expect(onRemove.mock.calls).toEqual([['two']])
})

test('offers to send what a failure holds up', async () => {
  const { first, screen, onSendNow } = await mount({ messages: sampleHeldQueue, phase: 'failed' })
  await expect.element(screen.getByText(/Something failed/)).toBeVisible()

  await first.getByRole('button', { name: 'Send now' }).click()

  expect(onSendNow.mock.calls).toEqual([['one']])
})
