import { expect, test } from 'vitest'
import { openChat } from './open-chat.tsx'

const phase = (container: HTMLElement): string | undefined =>
  container.querySelector<HTMLElement>('[data-twk-phase]')?.dataset['twkPhase']

test('processing.started shows that the assistant works, and processing.finished that it is done', async () => {
  const { screen, stream } = await openChat()

  stream(['processing.started'])
  await expect.element(screen.getByLabelText('Assistant is working')).toBeVisible()
  expect(phase(screen.container)).toBe('ai-running')
  stream(['processing.finished'])

  await expect.element(screen.getByLabelText('Assistant is working')).not.toBeInTheDocument()
  expect(phase(screen.container)).toBe('idle')
})

test('a skill has one card, found by its name and updated in place, with its id beside it', async () => {
  const { screen, stream, items, article } = await openChat()
  stream(['processing.started'], ['skill.running', { skill_name: 'Look up order', skill_id: 'recipe:4471' }])
  await expect.poll(items).toEqual(['skill running'])
  const card = article('skill')
  expect(phase(screen.container)).toBe('skill-running')

  stream(['skill.completed', { skill_name: 'Look up order', skill_id: 'recipe:4471' }])

  await expect.poll(items).toEqual(['skill completed'])
  expect(article('skill')).toBe(card)
  expect(card.textContent).toContain('Look up order')
  expect(card.textContent).toContain('recipe:4471')
})

test('a completed skill shows no result, whatever the event carries', async () => {
  const { stream, items, article } = await openChat()

  stream(['processing.started'], ['skill.completed', { skill_name: 'Look up', result: 'planted result' }])

  await expect.poll(items).toEqual(['skill completed'])
  expect(article('skill').textContent).not.toContain('planted')
})

test('skill.failed shows the error, and skill.stopped is a success', async () => {
  const { stream, items, article } = await openChat()

  stream(
    ['processing.started'],
    ['skill.running', { skill_name: 'File claim' }],
    ['skill.failed', { skill_name: 'File claim', error: { message: 'The courier is closed.' } }],
    ['skill.running', { skill_name: 'Send mail' }],
    ['skill.stopped', { skill_name: 'Send mail' }],
  )

  await expect.poll(items).toEqual(['skill failed', 'skill completed'])
  expect(article('skill').textContent).toContain('The courier is closed.')
})

test('one running event and three completed ones make three cards, each made by its end where it has none', async () => {
  const { stream, items, screen } = await openChat()

  stream(
    ['processing.started'],
    ['skill.running', { skill_name: 'Stock' }],
    ['skill.completed', { skill_name: 'Prices' }],
    ['skill.completed', { skill_name: 'Stock' }],
    ['skill.completed', { skill_name: 'Reviews' }],
  )

  await expect.poll(items).toEqual(['skill completed', 'skill completed', 'skill completed'])
  for (const name of ['Stock', 'Prices', 'Reviews'])
    await expect.element(screen.getByRole('article', { name: `Skill: ${name}` })).toBeVisible()
})

test('the same skill twice in a turn has two cards', async () => {
  const { stream, items } = await openChat()

  stream(
    ['processing.started'],
    ['skill.running', { skill_name: 'Track parcel' }],
    ['skill.completed', { skill_name: 'Track parcel' }],
    ['skill.running', { skill_name: 'Track parcel' }],
  )

  await expect.poll(items).toEqual(['skill completed', 'skill running'])
})

test('several agent messages of a turn are a bubble each, once, with the typing indicator behind them', async () => {
  const { screen, stream, items } = await openChat()
  const said = ['agent.message', { message_id: 'm2', message: 'The **second**' }] as const

  stream(['processing.started'], ['agent.message', { message_id: 'm1', message: 'The first' }], said, said)

  await expect.poll(items).toEqual(['message complete', 'message complete'])
  await expect.poll(() => screen.container.querySelectorAll('strong').length).toBe(1)
  const typing = screen.getByLabelText('Assistant is working').element()
  const order = typing.compareDocumentPosition(screen.getByText('second').element())
  expect(order & Node.DOCUMENT_POSITION_PRECEDING).toBeTruthy()
})

test('a bubble of the assistant collapses white space, so that its markdown makes the gaps', async () => {
  const { screen, stream } = await openChat()

  stream(['agent.message', { message_id: 'm1', message: 'One\n\nTwo' }])

  const paragraph = screen.getByText('Two', { exact: true })
  await expect.element(paragraph).toBeVisible()
  await expect.poll(() => getComputedStyle(paragraph.element()).whiteSpace).toBe('normal')
  expect(screen.container.querySelectorAll('article p')).toHaveLength(2)
})

test('pings and unknown events change no node of the page', async () => {
  const { screen, stream, items } = await openChat()
  stream(['processing.started'], ['skill.running', { skill_name: 'Look up' }])
  await expect.poll(items).toEqual(['skill running'])
  const log = screen.getByRole('log').element()
  const changes: MutationRecord[] = []
  const observer = new MutationObserver((records) => void changes.push(...records))
  observer.observe(log, { childList: true, subtree: true, characterData: true, attributes: true })

  stream(['system.ping', { timestamp: 1 }], ['agent.pondered', { mood: 'deep' }], ['system.ping'])
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

  observer.disconnect()
  expect(changes).toEqual([])
})

test('business_approval.required asks like a skill’s approval, and its decision names its own kind', async () => {
  const { screen, stream, transport } = await openChat()

  stream(
    ['processing.started'],
    ['business_approval.required', { call_id: 'c7', skill_name: 'Grant discount' }],
  )
  const approve = screen.getByRole('button', { name: 'Approve' })
  await expect.element(approve).toHaveAttribute('aria-disabled', 'false')
  await approve.click()

  await expect
    .poll(() => transport.submitted.map(({ command }) => command))
    .toEqual([
      {
        type: 'decide',
        callId: 'c7',
        scope: 'business',
        resolution: 'approved',
        reason: null,
        shown: expect.stringMatching(/^[\w:=+/-]{20,}$/u),
      },
    ])
})

test('auth_success and auth_failed tell on the card how the connection went', async () => {
  const { stream, items } = await openChat()
  const attempt = (id: string) => ({
    runtime_connection_attempt_id: id,
    auth_link: { url: 'https://login.example.com/', connector_name: 'Salesforce' },
  })

  stream(
    ['processing.started'],
    ['runtime_connection.auth_required', attempt('a1')],
    ['runtime_connection.auth_required', attempt('a2')],
  )
  await expect.poll(items).toEqual(['connection auth-required', 'connection auth-required'])
  stream(
    ['runtime_connection.auth_success', attempt('a1')],
    ['runtime_connection.auth_failed', attempt('a2')],
  )

  await expect.poll(items).toEqual(['connection authorized', 'connection failed'])
})
