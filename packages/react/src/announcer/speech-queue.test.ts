import type { Link } from '@threadwork/core'
import { expect, test } from 'vitest'
import { createManualClock } from '../clock/manual-clock.ts'
import { english } from '../strings/strings.ts'
import type { Moment } from './moment.ts'
import { wordsOf } from './sentences.ts'
import { enqueue, hearLink, hearPhase } from './speech-queue.ts'
import { createVoice } from './voice.ts'

/** A voice, and what it said: the time in milliseconds, whether urgently, and the words. */
const listen = () => {
  const clock = createManualClock()
  const lines: string[] = []
  const voice = createVoice(clock)
  let audible = true
  voice.attach({
    isAudible: () => audible,
    say: (utterance) => {
      const text = wordsOf(utterance, { strings: english.announcement, agent: 'Ada' })
      lines.push(`${clock.now()} ${utterance.urgency === 'assertive' ? '! ' : ''}${text}`)
      return text.length
    },
  })
  let count = 0
  const hear = (moment: Moment | null, topic = `t${(count += 1)}`): void =>
    voice.change((queue, now) => enqueue(queue, [{ topic, moment }], now))
  return {
    clock,
    lines,
    hear,
    hearLink: (link: Link) => voice.change((queue, now) => hearLink(queue, link, now)),
    hearPhase: (before: 'idle' | 'ai-running', after: 'idle' | 'ai-running') =>
      voice.change((queue, now) => hearPhase(queue, before, after, now)),
    setAudible: (is: boolean) => {
      audible = is
      voice.wake()
    },
    words: () => lines.map((line) => line.replace(/^\d+ /, '')),
  }
}

const message = (text: string): Moment => ({ type: 'message', text })
const approval: Moment = { type: 'approval', skill: 'Refund' }
const running = (skill: string): Moment => ({ type: 'skill-running', skill })
const done = (skill: string): Moment => ({ type: 'skill-done', skill })

test('says what needs a person before what was finished in the same moment, and loses neither', () => {
  const { clock, hear, words } = listen()

  hear(message('I found it.'))
  clock.advance(100)
  hear(approval)
  clock.advance(10_000)

  expect(words()).toEqual(['! Your approval is needed for Refund.', 'Ada: I found it.'])
})

test('lets a sentence that has begun go on for a moment before an urgent one', () => {
  const { clock, hear, lines } = listen()

  hear(message('word '.repeat(60)))
  clock.advance(400)
  hear(approval)
  hear(message('Another.'))
  clock.advance(20_000)

  expect(lines.map((line) => line.slice(0, 20))).toEqual([
    '250 Ada: word word w',
    '1750 ! Your approval',
    '3675 Ada: Another.',
  ])
})

test('says one message after the other, and many at once as a number', () => {
  const few = listen()
  const many = listen()

  for (const text of ['one', 'two', 'three']) few.hear(message(text))
  for (const text of ['one', 'two', 'three', 'four']) many.hear(message(text))
  few.clock.advance(20_000)
  many.clock.advance(20_000)

  expect(few.words()).toEqual(['Ada: one.', 'Ada: two.', 'Ada: three.'])
  expect(many.words()).toEqual(['4 new messages from Ada.'])
})

test('says a skill that is done at once only as done, and several in one sentence', () => {
  const { clock, hear, words } = listen()

  hear(running('Look up'), 'a')
  hear(running('Check'), 'b')
  clock.advance(300)
  hear(done('Look up'), 'a')
  clock.advance(5000)
  for (const skill of ['c', 'd', 'e', 'f']) hear(done(skill))
  clock.advance(5000)

  expect(words()).toEqual(['Done: Look up.', 'Running: Check.', 'Done: 4 skills.'])
})

test('says nothing of a card that was answered before its turn came', () => {
  const { clock, hear, words } = listen()

  hear(approval, 'a')
  clock.advance(100)
  hear(null, 'a')
  clock.advance(10_000)

  expect(words()).toEqual([])
})

test('tells many urgent things as two numbers', () => {
  const { clock, hear, words } = listen()

  for (let count = 0; count < 3; count += 1) hear(approval)
  for (let count = 0; count < 2; count += 1) hear({ type: 'skill-failed', skill: 'Refund', error: null })
  clock.advance(10_000)

  expect(words()).toEqual(['! 3 cards need you. 2 things have failed.'])
})

test('breaks a long silence once, and not when something else is said', () => {
  const quiet = listen()
  const quick = listen()

  quiet.hearPhase('idle', 'ai-running')
  quiet.clock.advance(20_000)
  quick.hearPhase('idle', 'ai-running')
  quick.clock.advance(1000)
  quick.hear(message('Here.'))
  quick.clock.advance(20_000)

  expect(quiet.lines).toEqual(['2500 Ada is working.'])
  expect(quick.words()).toEqual(['Ada: Here.'])
})

test('says nothing of a turn that was over at once', () => {
  const { clock, hearPhase: hear, words } = listen()

  hear('idle', 'ai-running')
  clock.advance(500)
  hear('ai-running', 'idle')
  clock.advance(20_000)

  expect(words()).toEqual([])
})

test('tells a lost link and its return once each, however it flaps', () => {
  const { clock, hearLink: hear, words } = listen()

  for (let count = 0; count < 20; count += 1) {
    hear('recovering')
    clock.advance(900)
    hear('live')
    clock.advance(900)
  }
  expect(words()).toEqual([])

  hear('recovering')
  clock.advance(1500)
  hear('offline')
  clock.advance(600)
  for (let count = 0; count < 20; count += 1) {
    hear('live')
    clock.advance(900)
    hear('recovering')
    clock.advance(900)
  }
  expect(words()).toEqual(['You are offline.'])

  hear('live')
  clock.advance(60_000)
  expect(words()).toEqual(['You are offline.', 'Connected again.'])
})

test('keeps everything while nobody could hear it, and then tells it in short', () => {
  const { clock, hear, words, setAudible } = listen()

  setAudible(false)
  for (let count = 0; count < 40; count += 1) hear(message(`m${count}`))
  hear(approval)
  clock.advance(60_000)
  expect(words()).toEqual([])
  setAudible(true)
  clock.advance(60_000)

  expect(words()).toEqual(['! Your approval is needed for Refund.', '40 new messages from Ada.'])
})
