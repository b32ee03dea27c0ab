import type { Item, MessageId, MessageItem } from '@threadwork/core'
import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import '../styles.css'
import { ThreadworkRoot } from '../theme/ThreadworkRoot.tsx'
import { Thread } from '../thread/Thread.tsx'
import { preloadThread } from '../thread/preload-thread.ts'

const message = (index: number): MessageItem => ({
  kind: 'message',
  id: `m${index}`,
  key: `m${index}`,
  runId: null,
  at: 1_760_000_000_000 + index * 60_000,
  role: index % 2 ? 'agent' : 'user',
  messageId: `m${index}` as MessageId,
  text: `Line ${index}.`,
  status: 'complete',
  submission: null,
})

const thread = (items: readonly Item[]) => (
  <ThreadworkRoot style={{ blockSize: 400, inlineSize: 500 }}>
    <Thread items={items} />
  </ThreadworkRoot>
)

const openTranscript = async (count: number) => {
  await preloadThread()
  const screen = await render(thread(Array.from({ length: count }, (_, index) => message(index))))
  const button = screen.getByRole('button', { name: 'Full transcript' })
  await button.click()
  return { screen, button, dialog: screen.getByRole('dialog', { name: 'Full transcript' }) }
}

test('holds every row of a thread that draws only what can be seen', async () => {
  const { dialog } = await openTranscript(600)
  await expect.element(dialog.getByRole('status')).toHaveTextContent('600 entries')

  const entries = [...dialog.element().querySelectorAll('article')]
  expect(entries).toHaveLength(600)
  expect(entries[0]?.textContent).toContain('Line 0.')
  expect(entries.at(-1)?.textContent).toContain('Line 599.')
  expect(document.querySelectorAll('[role=log] article').length).toBeLessThan(100)
})

test('gives the focus back to its button when it is closed', async () => {
  const { dialog, button } = await openTranscript(10)

  await dialog.getByRole('button', { name: 'Close' }).click()

  await expect.poll(() => document.querySelector('dialog')).toBeNull()
  expect(document.activeElement).toBe(button.element())
})

test('copies the whole conversation, whatever of it is drawn', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const { dialog } = await openTranscript(400)

  await dialog.getByRole('button', { name: 'Copy as text' }).click()

  await expect.element(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  const text = writeText.mock.calls[0]?.[0] ?? ''
  expect([text.includes('Line 0.'), text.includes('Line 399.')]).toEqual([true, true])
  writeText.mockRestore()
})
