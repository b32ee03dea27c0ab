import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPerformContext } from '../fixtures/outward.ts'
import { createIds } from '../ids.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import { createVirtualClock } from '../virtual-clock.ts'
import { createDevelopmentSms } from './development-sms.ts'
import { createSmsPerformer, readNumber } from './sms-performer.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const context = createPerformContext()
const sms = {
  type: 'sms' as const,
  to: '+49 (151) 1234-5678',
  text: 'Your order is on its way.',
  provider: null,
}

function createSms(limit = 200) {
  const clock = createVirtualClock()
  const development = createDevelopmentSms({
    store: createMemoryStore(),
    clock,
    makeId: createIds(Math.random),
    limit,
  })
  const refusing = { send: async () => ({ type: 'failed' as const, error: 'The carrier refused it.' }) }
  return {
    development,
    perform: createSmsPerformer({ providers: { development, refusing }, usual: 'development' }),
    clock,
  }
}

test('sends a message that can be read where it is kept (I16)', async () => {
  const { development, perform, clock } = createSms()

  const performed = await perform(sms, context)

  const [kept] = development.list('team-1')
  expect(kept).toMatchObject({ to: '+4915112345678', text: sms.text, teamId: 'team-1', at: clock.now() })
  expect(performed).toEqual({ type: 'succeeded', output: { messageId: kept?.messageId } })
  expect(development.list('team-2')).toEqual([])
})

test('sends the same attempt once, and keeps the newest messages of each team', async () => {
  const { development, perform } = createSms(2)
  const send = (teamId: string, key: string, text: string) =>
    perform({ ...sms, text }, { ...context, teamId, key })

  const first = await send('team-1', 'one', 'first')
  const again = await send('team-1', 'one', 'first')
  for (const text of ['second', 'third']) await send('team-1', text, text)
  await send('team-2', 'one', 'theirs')

  expect(again).toEqual(first)
  expect(development.list('team-1').map(({ text }) => text)).toEqual(['third', 'second'])
  expect(development.list('team-2').map(({ text }) => text)).toEqual(['theirs'])
})

test.each([
  [
    { to: '0151 1234' },
    '“0151 1234” is not a telephone number. Write it with its country, as in +4915112345678.',
  ],
  [{ text: '  ' }, 'The message is empty. Write a text, or check the variables in it.'],
  [{ text: 'x'.repeat(1601) }, 'The message has 1601 characters, and 1600 at most can be sent. Shorten it.'],
  [{ provider: 'twilio' }, 'There is no SMS provider “twilio”. Choose one of: development, refusing.'],
  [{ provider: 'toString' }, 'There is no SMS provider “toString”. Choose one of: development, refusing.'],
  [{ provider: 'refusing' }, 'The carrier refused it.'],
])('sends nothing and says why: %#', async (change, error) => {
  const { development, perform } = createSms()

  expect(await perform({ ...sms, ...change }, context)).toEqual({ type: 'failed', error })
  expect(development.list('team-1')).toEqual([])
})

test(`reads numbers as people write them, and nothing else (SEED=${seed})`, () => {
  const digits = fc.stringMatching(/^[1-9]\d{6,14}$/)
  const noise = fc.constantFrom('', ' ', '-', '.', '(', ')')
  fc.assert(
    fc.property(
      digits,
      fc.constantFrom('+', '00'),
      noise,
      noise,
      fc.nat(6),
      (number, plus, one, other, at) => {
        const written = ` ${plus}${one}${number.slice(0, at)}${other}${number.slice(at)}`

        expect(readNumber(written)).toBe(`+${number}`)
      },
    ),
    { seed, numRuns: 200 },
  )
  expect(
    ['', '+', '+0151123456', '+12345', '+1234567890123456', '+1a23456789', '++4915112345', '+١٢٣٤٥٦٧٨'].map(
      readNumber,
    ),
  ).toEqual(Array.from({ length: 8 }, () => null))
})
