import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAway, startScroll, stepScroll, type ScrollInput, type ScrollState } from './scroll-state.ts'
import { knownTraces, traceStep, type TraceStep } from './scroll-trace-samples.ts'

const seed = Number(process.env['SEED'] ?? Date.now())
const numRuns = Number(process.env['RUNS'] ?? 500)

const traces = (length: number): fc.Arbitrary<readonly TraceStep[]> =>
  fc.array(
    fc
      .record({
        kind: fc.nat(99),
        amount: fc.nat(1000),
        heights: fc.array(fc.nat(280), { minLength: 1, maxLength: 6 }),
      })
      .map(traceStep),
    { minLength: 1, maxLength: length, size: 'max' },
  )

interface Row {
  readonly key: number
  height: number
}

/** A page with rows of given heights, as a browser treats one: it clamps, and it tells of layout before it paints. */
const createPage = (count: number) => {
  let keys = 0
  const row = (height: number): Row => ({ key: (keys += 1), height })
  const rows: Row[] = Array.from({ length: count }, (_, index) => row(40 + ((index * 53) % 160)))
  let view = 500
  let top = 0
  let state: ScrollState = startScroll
  let sight: { readonly key: number; readonly offset: number } | null = null

  const max = (): number => Math.max(0, rows.reduce((sum, { height }) => sum + height, 0) - view)
  const place = (to: number): void => {
    top = Math.max(0, Math.min(to, max()))
  }
  const offsetOf = (key: number): number | null => {
    let start = 0
    for (const each of rows) {
      if (each.key === key) return start - top
      start += each.height
    }
    return null
  }
  const inSight = (): { readonly key: number; readonly offset: number } | null => {
    let start = 0
    for (const each of rows) {
      if (start + each.height > top) return { key: each.key, offset: start - top }
      start += each.height
    }
    return null
  }
  const tell = (input: ScrollInput): void => {
    const [next, effects] = stepScroll(state, input)
    state = next
    for (const effect of effects) {
      if (effect.type === 'take-sight') sight = inSight()
      else {
        place(effect.type === 'to-end' ? max() : top + effect.by)
        tell({ type: 'placed', top, max: max() })
      }
    }
  }
  const layOut = (): void => {
    place(top)
    const offset = sight && offsetOf(sight.key)
    const drift = sight && offset !== null ? offset - sight.offset : 0
    const height = rows.find(({ key }) => key === sight?.key)?.height ?? 0
    const isOut = sight !== null && offset !== null && sight.offset + height <= 0
    tell({ type: 'laid-out', top, max: max(), drift, isOut })
  }
  const rowAt = (number: number): Row | undefined => rows.at(number < 0 ? number : number % rows.length)
  const resizeRow = (target: Row | undefined, by: number): void => {
    if (target) target.height = Math.max(10, target.height + by)
  }
  const scroll = (by: number): void => {
    place(top + by)
    tell({ type: 'scrolled', top, max: max() })
  }
  const play = (step: TraceStep): void => {
    switch (step.type) {
      case 'scroll':
        return scroll(step.by)
      case 'append':
        return void rows.push(...step.heights.map(row))
      case 'prepend':
        return void rows.unshift(...step.heights.map(row))
      case 'resize-row':
        return resizeRow(rowAt(step.row), step.by)
      case 'resize-view':
        view = step.to
        return
      case 'jump':
        return tell({ type: 'jump' })
      case 'grow-and-scroll':
        resizeRow(rows.at(-1), step.grow)
        return scroll(step.by)
    }
  }
  layOut()
  return {
    state: () => state,
    top: () => top,
    max,
    inSight,
    offsetOf,
    /** Plays a step, and the layout that follows it. */
    play(step: TraceStep): void {
      play(step)
      layOut()
    },
    layOut,
  }
}
type Page = ReturnType<typeof createPage>

const isByReader = (step: TraceStep): boolean =>
  step.type === 'scroll' || step.type === 'jump' || (step.type === 'grow-and-scroll' && step.by !== 0)

/** Plays a step and says what is wrong with what the reader sees then; `null` when nothing is. */
const faultOf = (page: Page, step: TraceStep): string | null => {
  const before = page.state().intent
  const seen = page.inSight()
  page.play(step)
  const distance = page.max() - page.top()
  const after = page.state().intent
  if (after === 'following' && distance > 1) return `follows, ${distance} px from the end`
  if (isByReader(step)) return null
  if (before === 'following' && after !== 'following') return `was made to leave the end by ${step.type}`
  const offset = seen && page.offsetOf(seen.key)
  if (before !== 'reading' || seen === null || offset === null) return null
  const moved = offset - seen.offset
  // At an edge there may be nothing to scroll to: then as near as the content allows.
  const isAtEdge = page.top() === 0 || distance === 0
  return moved === 0 || isAtEdge ? null : `a reader was moved by ${moved} px at ${step.type}`
}

describe('a reader', () => {
  test('at the end stays there, and one elsewhere is never moved, whatever happens', () => {
    let steps = 0
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), traces(30), (count, trace) => {
        const page = createPage(count)
        for (const step of trace) {
          expect(faultOf(page, step)).toBeNull()
          steps += 1
        }
      }),
      { seed, numRuns },
    )
    console.log(`0 faults in ${steps} drawn steps of ${numRuns} traces (SEED=${seed})`)
  })

  test.each(Object.entries(knownTraces))('lives through %s', (_, trace) => {
    const page = createPage(20)

    expect(trace.map((step) => faultOf(page, step)).filter((fault) => fault !== null)).toEqual([])
  })

  test('leaves the end with the smallest scroll up, and content never makes them', () => {
    fc.assert(
      fc.property(traces(20), fc.integer({ min: 2, max: 40 }), (trace, by) => {
        const page = createPage(20)
        for (const step of trace) page.play(step)
        page.play({ type: 'jump' })
        const room = page.max()

        page.play({ type: 'scroll', by: -by })

        expect(page.state().intent).toBe(room > by ? 'reading' : page.state().intent)
        const top = page.top()
        page.play({ type: 'append', heights: [200] })
        if (room > by) expect(page.top()).toBe(top)
      }),
      { seed, numRuns },
    )
  })

  test('is back at the end when they scroll down to it, though not to its last pixel', () => {
    const page = createPage(20)
    page.play({ type: 'scroll', by: -300 })

    page.play({ type: 'scroll', by: 270 })

    expect(page.state().intent).toBe('following')
    page.play({ type: 'append', heights: [100] })
    expect(page.max() - page.top()).toBe(0)
  })

  test('follows the end that comes into their sight', () => {
    const page = createPage(8)
    page.play({ type: 'scroll', by: -60 })

    page.play({ type: 'resize-row', row: -1, by: -100 })
    page.play({ type: 'append', heights: [90] })

    expect([page.max() - page.top(), page.state().intent]).toEqual([0, 'following'])
  })

  test('is offered a way back only when the end is out of sight', () => {
    const page = createPage(20)

    page.play({ type: 'scroll', by: -20 })
    const isNear = isAway(page.state())
    page.play({ type: 'append', heights: [100] })

    expect([isNear, isAway(page.state())]).toEqual([false, true])
  })
})

test('a layout that changed nothing asks for nothing', () => {
  fc.assert(
    fc.property(traces(20), (trace) => {
      const page = createPage(20)
      for (const step of trace) page.play(step)
      const before = [page.state(), page.top()]

      page.layOut()

      expect([page.state(), page.top()]).toEqual(before)
    }),
    { seed, numRuns },
  )
})
