import { describe, expect, test } from 'vitest'
import { edge, node, workflow } from './fixtures/graph.ts'
import { createHost } from './fixtures/host.ts'
import { judge } from './judge.ts'
import type { RunInput } from './run-input.ts'

const manual = node('start', 'manual')
const say = (id: string, text = id) => node(id, 'send-message', { text })
const fields = [
  { key: 'email', label: 'Your {{word}}', type: 'Email', default: '{{contact.email}}' },
  { key: 'pin', label: 'PIN', type: 'Password', required: false },
  { key: 'now', label: 'Now', type: 'Text', required: false },
]

describe('a form', () => {
  const graph = workflow(
    [
      manual,
      node('ask', 'form', { message: 'Hello {{word}}', dataPoints: fields }),
      say('bye', 'To {{email}}, {{pin}}'),
    ],
    [edge('start -> ask'), edge('ask -> bye')],
  )
  const submit = (values: Record<string, string>): RunInput => ({
    type: 'form-submitted',
    stepId: 'ask',
    values,
  })
  const begin = () => {
    const host = createHost(graph, { variables: { word: 'address' } })
    host.world = { contact: { email: 'a@b.org' } }
    host.start()
    return host
  }

  test('is asked in words that are rendered, and waits for ever', () => {
    const host = begin()

    expect(host.run).toMatchObject({ status: 'waiting', activeSince: null })
    expect(host.effects.filter(({ type }) => type === 'set-alarm')).toEqual([])
    expect(host.events.at(-1)).toMatchObject({
      type: 'question-asked',
      question: {
        type: 'form',
        message: 'Hello address',
        dataPoints: [{ label: 'Your address', default: 'a@b.org' }, {}, {}],
      },
    })
  })

  test('answers with problems by field, and keeps waiting', () => {
    const host = begin()
    const wrong = submit({ email: 'x', odd: 'y' })

    expect(judge(host.run, wrong)).toMatchObject({
      type: 'invalid',
      errors: { email: [expect.any(String)], odd: [expect.any(String)] },
    })
    expect(host.give(wrong)).toEqual([])
    expect(host.step('ask').status).toBe('asking')
  })

  test('makes a variable of each field that can be one, and shows no secret in its history', () => {
    const host = begin()

    host.give(submit({ email: 'c@d.org', pin: '1234', now: 'x' }))

    expect(host.run.variables).toEqual({ word: 'address', email: 'c@d.org', pin: '1234' })
    expect(host.step('ask')).toMatchObject({
      status: 'completed',
      question: null,
      output: { email: 'c@d.org', pin: '••••', now: 'x' },
      input: { message: 'Hello address', fields: ['email', 'pin', 'now'] },
    })
    expect(host.events.map(({ type }) => type)).toContain('question-answered')
  })

  test('is taken once', () => {
    const host = begin()
    host.give(submit({ email: 'c@d.org' }))

    expect(judge(host.run, submit({ email: 'z@d.org' })).type).toBe('done')
    expect(host.give(submit({ email: 'z@d.org' }))).toEqual([])
    expect(judge(host.run, { type: 'form-submitted', stepId: 'start', values: {} }).type).toBe('unknown-step')
    expect(
      judge(host.run, { type: 'decided', stepId: 'ask', resolution: 'approved', reason: null, by: null })
        .type,
    ).toBe('unknown-step')
  })

  test('of a cancelled run is over', () => {
    const host = begin()
    host.give({ type: 'cancel' })

    expect(judge(host.run, submit({ email: 'c@d.org' })).type).toBe('over')
  })
})

describe('an approval', () => {
  const graph = (expiresAfterMs: number | null) =>
    workflow(
      [
        manual,
        node('ok', 'approval', { skill: 'Refund', parameters: { amount: '{{amount}}' }, expiresAfterMs }),
        say('yes'),
        say('no'),
      ],
      [edge('start -> ok'), edge('ok -> yes', { type: 'true' }), edge('ok -> no', { type: 'false' })],
    )
  const decide = (resolution: 'approved' | 'rejected', reason: string | null = null): RunInput => ({
    type: 'decided',
    stepId: 'ok',
    resolution,
    reason,
    by: 'ada',
  })
  const begin = (expiresAfterMs: number | null = null) => {
    const host = createHost(graph(expiresAfterMs), { variables: { amount: 12 } })
    host.start()
    return host
  }

  test.each([
    ['approved', 'yes', true],
    ['rejected', 'no', false],
  ] as const)('%s goes %s, and keeps what was shown and who decided', (resolution, next, approved) => {
    const host = begin()

    host.give(decide(resolution, 'Because'))

    expect(host.visits).toEqual(['start', 'ok', next])
    expect(host.step('ok')).toMatchObject({
      input: { skill: 'Refund', parameters: { amount: 12 } },
      output: { approved, reason: 'Because', by: 'ada' },
    })
    expect(host.events).toContainEqual(
      expect.objectContaining({ type: 'question-answered', outcome: resolution }),
    )
  })

  test('that was decided otherwise does not tell the second that theirs was taken', () => {
    const host = begin()
    host.give(decide('approved'))

    expect(judge(host.run, decide('approved')).type).toBe('done')
    expect(judge(host.run, decide('rejected')).type).toBe('over')
  })

  test('expires at its time, and counts as rejected', () => {
    const host = begin(5000)
    expect(host.effects).toContainEqual({ type: 'set-alarm', stepId: 'ok', attempt: 1, at: 6000 })
    host.now = 6000

    host.wake('ok')

    expect(host.visits).toEqual(['start', 'ok', 'no'])
    expect(host.events).toContainEqual(
      expect.objectContaining({ type: 'question-answered', outcome: 'expired' }),
    )
    expect(judge(host.run, decide('approved')).type).toBe('over')
  })

  test('without an end is not woken', () => {
    const host = begin()
    host.now = 1e12

    expect(host.wake('ok')).toEqual([])
  })
})

test('an escalation asks for contact details first, and hands them on once (G04, G31)', () => {
  const form = [{ key: 'phone', label: 'Phone', type: 'Phone' }]
  const host = createHost(
    workflow(
      [
        manual,
        node('up', 'escalate', { team: 'Care', note: 'About {{order}}', contactForm: form }),
        say('bye'),
      ],
      [edge('start -> up'), edge('up -> bye')],
    ),
    { variables: { order: 'A1' } },
  )
  const values: RunInput = { type: 'form-submitted', stepId: 'up', values: { phone: '+49 30 1234567' } }
  host.start()
  expect(host.run.status).toBe('waiting')

  const effects = host.give(values)
  expect(effects).toContainEqual({
    type: 'perform',
    key: 'r1:up:1',
    stepId: 'up',
    attempt: 1,
    action: {
      type: 'escalate',
      team: 'Care',
      note: 'About A1',
      withTranscript: true,
      contact: { phone: '+49 30 1234567' },
      url: null,
    },
  })
  expect(judge(host.run, values).type).toBe('done')
  expect(host.give(values)).toEqual([])
  host.succeed('up', { escalationId: 'x' })

  expect(host.run.status).toBe('completed')
})

test('an escalation that failed is tried again without asking the person again', () => {
  const form = [{ key: 'phone', label: 'Phone', type: 'Phone' }]
  const host = createHost(
    workflow([manual, node('up', 'escalate', { contactForm: form })], [edge('start -> up')]),
  )
  host.start()
  host.give({ type: 'form-submitted', stepId: 'up', values: { phone: '112' } })
  host.fail('up')

  const effects = host.give({ type: 'retry', stepId: 'up' })

  expect(effects).toContainEqual(
    expect.objectContaining({
      key: 'r1:up:2',
      action: expect.objectContaining({ contact: { phone: '112' } }),
    }),
  )
})
