import { createLedger, reduce, type RunId } from '@threadwork/core'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { createItemNews } from './item-news.ts'
import { isUrgent } from './moment.ts'
import { createKit, createLiveLog, live, replay } from './fixtures/listeners.ts'
import { story } from './fixtures/told-stories.ts'

const seed = Number(process.env['SEED'] ?? Date.now())
const numRuns = Number(process.env['RUNS'] ?? 300)

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
