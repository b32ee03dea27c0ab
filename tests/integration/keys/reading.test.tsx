import { virtual } from '@guidepup/virtual-screen-reader'
import type { Fact } from '@threadwork/core'
import { parseHistoryMessage } from '@threadwork/testing'
import { expect, test } from 'vitest'
import { openFlow } from './open-flow.tsx'

const history = (...lines: readonly string[]): readonly Fact[] =>
  lines.flatMap((line) => parseHistoryMessage(line) ?? [])

test('reading a thread: each message is reached and named by writer and time, and nothing old is announced', async () => {
  const facts = history(
    'u1@0 user Where is it?',
    'm1@1 agent It is **on** its way.',
    'm2@2 agent Anything else?',
  )
  const flow = await openFlow({
    onRead: () => ({ status: 'read', facts, isExpired: false, problems: [] }),
  })
  await expect.element(flow.screen.getByText('Anything else?')).toBeVisible()

  await flow.press('{Shift>}{F6}{/Shift}')
  expect(flow.focus()).toBe('log Conversation')
  await flow.press('{ArrowUp}')
  expect(flow.focus()).toMatch(/^article Ada, \d\d:\d\d$/)
  await flow.heard(/^article, Ada, \d\d:\d\d$/)
  await virtual.next()
  await virtual.next()
  await flow.heard('Anything else?')
  await flow.press('{ArrowUp}{ArrowUp}')
  expect(flow.focus()).toMatch(/^article You, \d\d:\d\d$/)
  await flow.press('{Escape}')

  expect(flow.focus()).toBe('textarea Message')
  await flow.wait(5000)
  const phrases = await virtual.spokenPhraseLog()
  expect(phrases.filter((phrase) => /^(?:polite|assertive):/.test(phrase))).toEqual([])
})

test('sending and hearing the reply: the focus stays in the field, the reply is said once, none of its pieces', async () => {
  const flow = await openFlow()

  await flow.press('Where is it?{Enter}')
  expect(flow.focus()).toBe('textarea Message')
  expect(flow.transport.submitted.map(({ command }) => command)).toEqual([
    { type: 'send-message', text: 'Where is it?' },
  ])
  await flow.stream(['processing.started'])
  await flow.heard('polite: Ada is working.')
  await flow.stream(['skill.running', { skill_name: 'Look up order' }])
  await flow.heard('polite: Running: Look up order.')
  await flow.stream(
    ['skill.completed', { skill_name: 'Look up order' }],
    ['agent.message', { message_id: 'm1', message: 'It is **on** its way:\n\n```json\n{}\n```' }],
    ['processing.finished'],
  )
  await flow.heard('polite: Ada: It is on its way: Code block, json, 1 line.')

  expect(flow.focus()).toBe('textarea Message')
  expect(await flow.timesSaid('polite: Ada: It is on its way: Code block, json, 1 line.')).toBe(1)
  expect(await flow.timesSaid('polite: Done: Look up order.')).toBe(1)
})
