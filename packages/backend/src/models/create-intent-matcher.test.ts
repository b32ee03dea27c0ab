import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createIntentMatcher } from './create-intent-matcher.ts'
import { usualIntentThreshold } from './intent-matcher.ts'

const seed = Number(process.env['SEED'] ?? 11)
const matcher = createIntentMatcher()

const intents = {
  cancel: ['I want to cancel', 'Close my account', 'Stop my subscription'],
  order: ['Where is my order', 'Track my package', 'When will it be delivered'],
  booking: ['Book an appointment', 'Reschedule my visit'],
  human: ['Talk to a person', 'Speak with an agent'],
  refund: ['I want a refund', 'Give me my money back'],
} as const
type Intent = keyof typeof intents

const said: readonly (readonly [string, Intent, 'found' | 'missed'])[] = [
  ['I want to cancel', 'cancel', 'found'],
  ['please cancel it right away', 'cancel', 'found'],
  ['How do I close my account?', 'cancel', 'found'],
  ['stop the subscriptions', 'cancel', 'found'],
  ['where’s my order #1234', 'order', 'found'],
  ['could you track a package for me', 'order', 'found'],
  ['when is it delivered?', 'order', 'found'],
  ['I would like to book an apointment', 'booking', 'found'],
  ['can we rescheduled the visit to Monday', 'booking', 'found'],
  ['let me talk to a real person', 'human', 'found'],
  ['I demand a refund!', 'refund', 'found'],
  // By words alone these three cannot be found.
  ['I’d like to terminate my membership', 'cancel', 'missed'],
  ['has my parcel shipped yet', 'order', 'missed'],
  ['connect me to somebody human', 'human', 'missed'],
]
const strangers = [
  'What a lovely day',
  'I do not want to cancel',
  'Is the shop open on Sunday?',
  'how do I stop the music',
  'my dog ate the manual',
  'close the window please',
  'thanks, that is all',
  '',
  '😀',
]

const best = (text: string) =>
  (Object.keys(intents) as Intent[])
    .map((intent) => ({ intent, score: matcher.score(intents[intent], text) }))
    .toSorted((one, other) => other.score - one.score)[0]
const found = (text: string) => {
  const first = best(text)
  return first && first.score >= usualIntentThreshold ? first.intent : null
}

test.each(said)('“%s” for %s: %s (G08, G09)', (text, intent, fate) => {
  expect(found(text)).toBe(fate === 'found' ? intent : null)
})

test.each(strangers)('takes “%s” for none of the intents', (text) => {
  expect(found(text)).toBeNull()
})

test('finds 11 of 14 phrases, and takes no stranger for one', () => {
  const right = said.filter(([text, intent]) => found(text) === intent).length
  const wrong = strangers.filter((text) => found(text) !== null).length

  console.log(
    `Intents: ${right} of ${said.length} phrases found, ${wrong} of ${strangers.length} strangers taken for one.`,
  )

  expect({ right, wrong }).toEqual({ right: 11, wrong: 0 })
})

test(`scores any phrase as itself with 1, and anything between 0 and 1 (SEED=${seed})`, () => {
  const phrase = fc.lorem({ maxCount: 5 })
  fc.assert(
    fc.property(
      fc.array(phrase, { maxLength: 5 }),
      phrase,
      fc.string({ unit: 'grapheme' }),
      (others, own, text) => {
        const phrases = [...others, own]

        expect(matcher.score(phrases, own)).toBe(1)
        const score = matcher.score(phrases, text)
        expect(score >= 0 && score <= 1).toBe(true)
        expect(createIntentMatcher().score(phrases, text)).toBe(score)
      },
    ),
    { seed, numRuns: 200 },
  )
})
