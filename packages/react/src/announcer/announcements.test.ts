import {
  createLedger,
  reduce,
  type ConversationEvent,
  type Fact,
  type Item,
  type Ledger,
  type RunId,
} from '@threadwork/core'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { createManualClock } from '../clock/manual-clock.ts'
import { english } from '../strings/strings.ts'
import { createItemNews } from './item-news.ts'
import { wordsOf } from './sentences.ts'
import { enqueue } from './speech-queue.ts'
import { isUrgent } from './moment.ts'
import { createVoice } from './voice.ts'

const seed = Number(process.env['SEED'] ?? Date.now())
const numRuns = Number(process.env['RUNS'] ?? 300)

// --- A conversation as the wire tells it: facts, and the milliseconds before each.

interface Told {
  readonly fact: Fact
  readonly gap: number
}

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('message' as const), pieces: fc.nat(6) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('skill' as const), fails: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('approval' as const), isOpen: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('connection' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('workflow' as const), fails: fc.boolean() }) },
)
type Piece = typeof piece extends fc.Arbitrary<infer Drawn> ? Drawn : never

const start = Date.UTC(2026, 0, 1, 12)

/** The first word of a finished message, found again in a sentence. */
const nameOf = (turn: number, part: number): string => `Msg${turn}x${part}`

const eventsOf = (part: Piece, turn: number, index: number): readonly object[] => {
  const id = `${turn}-${index}`
  const skill = { skillName: `Skill${id}`, skillId: null, callId: null }
  const workflow = { workflowId: `w${id}`, stepId: `s${id}` }
  switch (part.type) {
    case 'message': {
      const message = { messageId: `m${id}` }
      const pieces = Array.from({ length: part.pieces }, () => ({
        type: 'text-delta',
        ...message,
        text: 'a piece ',
      }))
      return [
        ...pieces,
        { type: 'message', ...message, text: `${nameOf(turn, index)} ${'word '.repeat((index * 37) % 90)}` },
      ]
    }
    case 'skill':
      return [
        { type: 'skill-running', ...skill },
        part.fails ? { type: 'skill-failed', ...skill, error: 'no' } : { type: 'skill-completed', ...skill },
      ]
    case 'approval': {
      const asked = { ...skill, callId: `c${id}` }
      const ask = { type: 'approval-required', ...asked, scope: 'skill', parameters: {}, schema: [] }
      return part.isOpen
        ? [ask]
        : [ask, { type: 'skill-running', ...asked }, { type: 'skill-completed', ...asked }]
    }
    case 'connection':
      return [
        { type: 'connection-required', attemptId: `a${id}`, link: null },
        { type: 'connection-authorized', attemptId: `a${id}` },
      ]
    case 'workflow':
      return [
        { type: 'workflow-started', workflowId: workflow.workflowId, name: 'Onboard' },
        { type: 'step-started', ...workflow, message: 'Check' },
        { type: 'form-required', ...workflow, message: 'Who?', dataPoints: [], problems: [] },
        part.fails
          ? { type: 'step-failed', ...workflow, error: 'no' }
          : { type: 'step-completed', ...workflow },
        ...(part.fails ? [] : [{ type: 'workflow-ended', workflowId: workflow.workflowId }]),
      ]
  }
}

const write = (turns: readonly (readonly Piece[])[], gaps: readonly number[]): readonly Told[] => {
  const told: Told[] = []
  let at = start
  for (const [turn, pieces] of turns.entries()) {
    const runId = `r${turn}` as RunId
    const bodies = [
      { type: 'turn-started' },
      ...pieces.flatMap((part, index) => eventsOf(part, turn, index)),
      { type: 'turn-ended' },
    ]
    for (const [seq, body] of bodies.entries()) {
      const gap = gaps[told.length % gaps.length] ?? 0
      at += gap
      // Built field by field.
      const event = {
        runId,
        seq: seq + 1,
        at,
        eventId: `${runId}-${seq}`,
        ...body,
      } as unknown as ConversationEvent
      told.push({ fact: { type: 'event', event }, gap })
    }
  }
  return told
}

const story = (least: number, most: number): fc.Arbitrary<readonly Told[]> =>
  fc
    .tuple(
      fc.array(fc.array(piece, { maxLength: 6 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 9 }),
    )
    .map(([turns, gaps]) => write(turns, gaps))

// --- Who listens: this kit, and a region that says whatever changes in it.

interface Line {
  readonly at: number
  readonly text: string
  readonly isUrgent: boolean
}
interface Listener {
  readonly lines: readonly Line[]
  begin(items: readonly Item[]): void
  hear(items: readonly Item[]): void
  wait(ms: number): void
}

const createKit = (): Listener => {
  const clock = createManualClock()
  const lines: Line[] = []
  const news = createItemNews()
  const voice = createVoice(clock)
  voice.attach({
    isAudible: () => true,
    say: (utterance) => {
      const text = wordsOf(utterance, { strings: english.announcement, agent: 'Assistant' })
      lines.push({ at: clock.now(), text, isUrgent: utterance.urgency === 'assertive' })
      return text.length
    },
  })
  return {
    lines,
    begin: (items) => news.take(items),
    hear: (items) => voice.change((queue, now) => enqueue(queue, news.since(items), now)),
    wait: (ms) => clock.advance(ms),
  }
}

/** The known-bad control: `aria-live` on the log, which says every text that is other than before. */
const createLiveLog = (): Listener => {
  const lines: Line[] = []
  let shown = new Map<string, string>()
  const textOf = (item: Item): string =>
    item.kind === 'message' ? item.text : `${item.kind} ${'status' in item ? item.status : ''}`
  const hear = (items: readonly Item[]): void => {
    const next = new Map(items.map((item) => [item.key, textOf(item)]))
    for (const [key, text] of next) if (shown.get(key) !== text) lines.push({ at: 0, text, isUrgent: false })
    shown = next
  }
  return { lines, begin: hear, hear, wait: () => undefined }
}

// --- What was said, in figures.

const finishedOf = (items: readonly Item[]): readonly string[] =>
  items.flatMap((item) =>
    item.kind === 'message' && item.status === 'complete' ? [item.text.split(' ')[0] ?? ''] : [],
  )

interface Figures {
  readonly finished: number
  /** Sentences that say a message, and messages that a sentence counts. */
  readonly said: number
  readonly counted: number
  /** Messages that were said more often than once, and sentences with a piece of one. */
  readonly repeated: number
  readonly pieces: number
}

const figuresOf = (lines: readonly Line[], items: readonly Item[]): Figures => {
  const names = finishedOf(items)
  const timesSaid = names.map(
    (name) => lines.filter(({ text }) => new RegExp(`${name}(?!\\d)`).test(text)).length,
  )
  const counts = lines.map(({ text }) => Number(/^(\d+) new messages/.exec(text)?.[1] ?? 0))
  return {
    finished: names.length,
    said: timesSaid.reduce((sum, times) => sum + times, 0),
    counted: counts.reduce((sum, count) => sum + count, 0),
    repeated: timesSaid.filter((times) => times > 1).length,
    pieces: lines.filter(({ text }) => text.includes('a piece')).length,
  }
}

const ledgerOf = (told: readonly Told[]): Ledger => {
  const ledger = createLedger()
  for (const { fact } of told) ledger.add(fact)
  return ledger
}
const itemsOf = (told: readonly Told[]): readonly Item[] => reduce(ledgerOf(told), []).items

const live = (listener: Listener, told: readonly Told[]): Figures => {
  const ledger = createLedger()
  listener.begin([])
  for (const { fact, gap } of told) {
    listener.wait(gap)
    ledger.add(fact)
    listener.hear(reduce(ledger, []).items)
  }
  listener.wait(600_000)
  return figuresOf(listener.lines, itemsOf(told))
}

/** A reload, then the same events once more, then older pages: what is said of it. */
const replay = (listener: Listener, told: readonly Told[], cut: number): number => {
  const half = told.slice(Math.floor(told.length * (cut / 100)))
  const ledger = ledgerOf(half)
  // Whoever has older pages has a newest one.
  fc.pre(reduce(ledger, []).items.length > 0)
  listener.begin(reduce(ledger, []).items)
  for (const { fact } of half) {
    ledger.add(structuredClone(fact))
    listener.hear(reduce(ledger, []).items)
    listener.wait(1000)
  }
  for (const { fact } of told.toReversed()) {
    if (
      fact.type === 'event' &&
      half.some(({ fact: known }) => known.type === 'event' && known.event.runId === fact.event.runId)
    )
      continue
    ledger.add(fact)
    listener.hear([...reduce(ledger, []).items])
    listener.wait(1000)
  }
  listener.wait(60_000)
  return listener.lines.length
}

const totals = { finished: 0, said: 0, replayed: 0, controlSaid: 0, controlReplayed: 0 }

afterAll(() => {
  console.log(
    `announcements: ${totals.said} for ${totals.finished} finished messages, ${totals.replayed} on replay; a live log: ${totals.controlSaid}, ${totals.controlReplayed} on replay (SEED=${seed})`,
  )
})

describe(`what a screen reader hears of drawn conversations (SEED=${seed})`, () => {
  test('is each finished message once, by itself or in a number, and no piece of any, at any pace', () => {
    fc.assert(
      fc.property(story(0, 4000), (told) => {
        const { finished, said, counted, repeated, pieces } = live(createKit(), told)

        expect({ heard: said + counted, repeated, pieces }).toEqual({
          heard: finished,
          repeated: 0,
          pieces: 0,
        })
      }),
      { seed, numRuns },
    )
  })

  test('is one sentence for each finished message at the pace of speech', () => {
    fc.assert(
      fc.property(story(2000, 9000), (told) => {
        const figures = live(createKit(), told)
        const control = live(createLiveLog(), told)
        totals.finished += figures.finished
        totals.said += figures.said
        totals.controlSaid += control.said + control.pieces

        expect(figures).toEqual({ ...figures, said: figures.finished, counted: 0 })
      }),
      { seed, numRuns },
    )
    // A check that cannot fail is no check.
    expect(totals.controlSaid).toBeGreaterThan(totals.finished * 1.5)
  })

  test('is nothing of a reload, of events that come again and of older pages', () => {
    fc.assert(
      fc.property(story(1, 4000), fc.constantFrom(0, 30, 60, 90), (told, cut) => {
        const count = replay(createKit(), told, cut)
        totals.replayed += count
        totals.controlReplayed += replay(createLiveLog(), told, cut)

        expect(count).toBe(0)
      }),
      { seed, numRuns },
    )
    expect(totals.controlReplayed).toBeGreaterThan(0)
  })

  test('is a handful of sentences for a burst, however large', () => {
    fc.assert(
      fc.property(fc.array(story(0, 0), { minLength: 1, maxLength: 12 }), (stories) => {
        const kit = createKit()
        const ledger = createLedger()
        kit.begin([])
        for (const [index, told] of stories.entries())
          for (const { fact } of told)
            if (fact.type === 'event')
              ledger.add({ ...fact, event: { ...fact.event, runId: `${index}${fact.event.runId}` as RunId } })
        const { items } = reduce(ledger, [])
        const workflows = items.filter(
          ({ kind }) => kind === 'workflow' || kind === 'connection' || kind === 'approval',
        )

        kit.hear(items)
        kit.wait(600_000)

        // One with numbers of what is urgent, one or a number of messages, one of skills, and each card that is over.
        expect(kit.lines.length).toBeLessThanOrEqual(5 + workflows.length)
      }),
      { seed, numRuns },
    )
  })

  test('is what needs a person within two seconds, whatever else is to be said', () => {
    fc.assert(
      fc.property(story(0, 1500), (told) => {
        const kit = createKit()
        const ledger = createLedger()
        const asked = new Map<string, number>()
        const watch = createItemNews()
        let now = 0
        kit.begin([])
        watch.take([])
        for (const { fact, gap } of told) {
          kit.wait(gap)
          now += gap
          ledger.add(fact)
          const { items } = reduce(ledger, [])
          for (const { topic, moment } of watch.since(items)) {
            if (moment !== null && isUrgent(moment)) asked.set(topic, now)
            else asked.delete(topic)
          }
          kit.hear(items)
          for (const [topic, at] of asked) if (now - at > 2000) asked.delete(topic)
        }
        kit.wait(600_000)

        const urgent = kit.lines.filter((line) => line.isUrgent).map(({ at }) => at)
        for (const at of asked.values())
          expect(urgent.some((said) => said >= at && said <= at + 2000)).toBe(true)
      }),
      { seed, numRuns },
    )
  })
})
