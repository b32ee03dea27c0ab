import { expect, test } from 'vitest'
import { openChat } from './open-chat.tsx'

const actions = [
  { type: 'button', label: 'Yes', text: 'Yes, please' },
  { type: 'link', label: 'Read more', url: 'https://example.com/policy' },
  { type: 'link', label: 'Run', url: 'javascript:alert(1)' },
]

test.each(['stream', 'hub'] as const)(
  'a button of a message on the %s sends the person’s answer once, and goes',
  async (wire) => {
    const { screen, transport, ...chat } = await openChat()
    if (wire === 'hub')
      chat.hub(['MessageReceived', { messageId: 'm1', source: 'agent', content: 'Shall I?', actions }])
    else
      chat.stream(
        ['processing.started'],
        ['agent.message', { message_id: 'm1', message: 'Shall I?', actions }],
        ['processing.finished'],
      )

    await screen.getByRole('button', { name: /^Yes/ }).dblClick()

    await expect
      .poll(() => transport.submitted.map(({ command }) => command))
      .toMatchObject([{ type: 'send-message', text: 'Yes, please' }])
    await expect.element(screen.getByRole('button', { name: /^Yes/ })).not.toBeInTheDocument()
    await expect
      .element(screen.getByRole('link', { name: /Read more/ }))
      .toHaveAttribute('href', 'https://example.com/policy')
    expect(screen.getByRole('link', { name: /Run/ }).elements()).toEqual([])
  },
)

test('a button that is pressed in a running turn waits in the queue, and goes while it does', async () => {
  const { screen, stream, transport } = await openChat()
  stream(['processing.started'], ['agent.message', { message_id: 'm1', message: 'Shall I?', actions }])

  await screen.getByRole('button', { name: /^Yes/ }).click()

  await expect.element(screen.getByRole('button', { name: /^Yes/ })).not.toBeInTheDocument()
  await expect.element(screen.getByText('1 message waits')).toBeVisible()
  expect(transport.submitted).toEqual([])
  await screen.getByRole('button', { name: 'Remove' }).click()
  await expect.element(screen.getByRole('button', { name: /^Yes/ })).toBeVisible()
})

test('what the scripted model said is marked', async () => {
  const { screen, stream } = await openChat()

  stream(
    ['processing.started'],
    ['agent.message', { message_id: 'm1', message: 'The courier is at fault.', judged_by: 'scripted' }],
    ['agent.message', { message_id: 'm2', message: 'I filed the claim.' }],
    ['processing.finished'],
  )

  await expect.element(screen.getByText('I filed the claim.')).toBeVisible()
  expect(screen.container.querySelectorAll('.twk-scripted').length).toBe(1)
})
