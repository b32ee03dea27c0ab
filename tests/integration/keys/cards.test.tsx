import { expect, test, vi } from 'vitest'
import { openFlow, shortcut, type Flow } from './open-flow.tsx'

const asks = (skill: string, callId: string) =>
  [
    'skill.confirmation_required',
    { skill_name: skill, call_id: callId, skill_parameters: { order: 'A-1042' } },
  ] as const

/** Presses the button that has the focus as soon as it has stood still for long enough. */
const pressWhenStill = async (flow: Flow, region: string): Promise<void> => {
  const button = flow.screen.getByRole('region', { name: region }).getByRole('button', { name: 'Approve' })
  await expect.element(button).toHaveAttribute('aria-disabled', 'false')
  await flow.press('{Enter}')
}

const decisions = (flow: Flow): readonly unknown[] =>
  flow.transport.submitted.map(({ command }) =>
    command.type === 'decide' ? [command.callId, command.resolution, command.reason] : command.type,
  )

test('approving: the card is said at once, nothing takes the focus, and it stays at the card when the buttons go', async () => {
  const flow = await openFlow()

  await flow.stream(['processing.started'], asks('Create refund', 'c1'))
  await flow.heard('assertive: Your approval is needed for Create refund.')
  expect(flow.focus()).toBe('textarea Message')
  await flow.press(shortcut('n'))
  expect(flow.focus()).toBe('section Approval: Create refund')
  await flow.heard('region, Approval: Create refund')
  await flow.tabTo('Approve')
  await flow.heard(/^button, Approve, Approve “Create refund”\?/)
  await pressWhenStill(flow, 'Approval: Create refund')
  await expect.poll(() => decisions(flow)).toEqual([['c1', 'approved', null]])
  await flow.stream(
    ['skill.running', { skill_name: 'Create refund' }],
    ['skill.completed', { skill_name: 'Create refund' }],
    ['agent.message', { message_id: 'm1', message: 'Done.' }],
    ['processing.finished'],
  )
  await flow.heard('polite: Ada: Done.')

  expect(flow.focus()).toBe('section Approval: Create refund')
  expect(await flow.timesSaid('assertive: Your approval is needed for Create refund.')).toBe(1)
  expect(await flow.timesSaid('polite: Done: Create refund.')).toBe(1)
  await flow.press('{Escape}')
  expect(flow.focus()).toBe('textarea Message')
})

test('rejecting with a reason: the field is named with its warning, and the focus stays at the card', async () => {
  const flow = await openFlow()
  await flow.stream(['processing.started'], asks('Create refund', 'c1'))
  await flow.heard('assertive: Your approval is needed for Create refund.')

  await flow.press(shortcut('n'))
  await flow.tabTo('Reject')
  await flow.press('{Enter}')
  await expect.poll(flow.focus).toBe('textarea Reason (optional)')
  await flow.heard(/^textbox, Reason \(optional\), The assistant reads the reason and may quote it/)
  await flow.press('Too much')
  await flow.tabTo('Reject')
  await flow.press('{Enter}')
  await expect.poll(() => decisions(flow)).toEqual([['c1', 'rejected', 'Too much']])
  await expect.poll(flow.focus).toBe('section Approval: Create refund')
  await flow.stream(['agent.message', { message_id: 'm1', message: 'As you wish.' }], ['processing.finished'])
  await flow.heard('polite: Ada: As you wish.')

  expect(flow.focus()).toBe('section Approval: Create refund')
})

test('connecting: the button says where it leads, opens from the key alone, and the card says that it is done', async () => {
  const open = vi.spyOn(window, 'open').mockReturnValue(null)
  const flow = await openFlow({}, { linkOrigins: ['https://login.example.test'] })
  const attempt = {
    runtime_connection_attempt_id: 'a1',
    auth_link: { url: 'https://login.example.test/x', connector_name: 'Salesforce' },
  }

  await flow.stream(['processing.started'], ['runtime_connection.auth_required', attempt])
  await flow.heard('assertive: Your Salesforce account is needed.')
  expect(flow.focus()).toBe('textarea Message')
  await flow.press(shortcut('n'))
  expect(flow.focus()).toBe('section Connection: Salesforce')
  await flow.tabTo('Connect to your account')
  await flow.heard(/^button, Connect to your account.*login\.example\.test/)
  expect(open).not.toHaveBeenCalled()
  await flow.press('{Enter}')
  expect(flow.focus()).toMatch(/Connect to your account|Connection: Salesforce/)
  await flow.stream(['runtime_connection.auth_success', attempt])
  await flow.heard('polite: Salesforce is connected.')

  expect(flow.focus()).toBe('section Connection: Salesforce')
  open.mockRestore()
})

test('walking several approvals: each in its turn, and a word when none is left', async () => {
  const flow = await openFlow()
  const orders = ['A-1', 'A-2', 'A-3', 'A-4']

  await flow.stream(
    ['processing.started'],
    ...orders.map((order, index) => asks(`Cancel ${order}`, `c${index}`)),
  )
  await flow.heard(/^assertive: /)
  for (const order of orders) {
    await flow.press(shortcut('n'))
    expect(flow.focus()).toBe(`section Approval: Cancel ${order}`)
    await flow.tabTo('Approve')
    await pressWhenStill(flow, `Approval: Cancel ${order}`)
    await expect.poll(flow.focus).toBe(`section Approval: Cancel ${order}`)
  }

  expect(decisions(flow)).toEqual(orders.map((_, index) => [`c${index}`, 'approved', null]))
  await flow.press(shortcut('n'))
  await flow.heard('polite: Nothing waits for you.')
  expect(flow.focus()).toBe('section Approval: Cancel A-4')
})
