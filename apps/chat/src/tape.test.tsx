import type { ReactElement } from 'react'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { TapePane } from './TapePane.tsx'
import { useTape } from './tape.ts'

const Page = (): ReactElement => {
  const { tape, close } = useTape()
  return tape ? <TapePane tape={tape} onClose={close} /> : <p>No recording</p>
}

const message = {
  type: 'event',
  event: { type: 'message', runId: 'r', seq: 1, at: 1, eventId: null, messageId: 'm', text: 'Found it.' },
}
const tape = [
  { tape: 'threadwork-tape/1', capabilities: { name: 'headless' }, isRedacted: true },
  { at: 0, type: 'facts', facts: [{ type: 'event', event: { ...message.event, type: 'turn-started' } }] },
  { at: 2000, type: 'facts', facts: [{ ...message, event: { ...message.event, seq: 2 } }] },
]
  .map((line) => JSON.stringify(line))
  .join('\n')

const drop = (name: string, text: string): void => {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([text], name))
  document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
}

test('replays a tape that is dropped on the page, moment by moment (13)', async () => {
  const screen = await render(<Page />)
  drop('refund.tape', tape)

  await expect.element(screen.getByRole('heading', { name: 'Recording: refund.tape' })).toBeVisible()
  await screen.getByRole('button', { name: 'One moment forward' }).click()

  await expect.element(screen.getByText('Found it.')).toBeVisible()
  await screen.getByRole('button', { name: 'Close the recording' }).click()
  await expect.element(screen.getByText('No recording')).toBeVisible()
})

test('says what is wrong with a file that is no tape', async () => {
  const screen = await render(<Page />)
  drop('broken.tape', '{"a":1}')

  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent(
      `This file cannot be replayedLine 1 of the tape is not its head: expected {"tape":"threadwork-tape/1","capabilities":…}.`,
    )
})

test('leaves other files to whoever takes them', async () => {
  const screen = await render(<Page />)
  drop('photo.jpg', 'x')

  await expect.element(screen.getByText('No recording')).toBeVisible()
})
