import * as fc from 'fast-check'

/** One thing that happens to a thread in a trace. Rows are named by any number, taken modulo how many there are. */
export type TraceStep =
  /** The reader scrolls by so many pixels; up is negative. */
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'append'; readonly heights: readonly number[] }
  | { readonly type: 'prepend'; readonly heights: readonly number[] }
  /** A row takes another height: text streams in, an image has loaded, a card folds up. */
  | { readonly type: 'resize-row'; readonly row: number; readonly by: number }
  /** The view takes another height: a keyboard opens, a window is resized. */
  | { readonly type: 'resize-view'; readonly to: number }
  | { readonly type: 'jump' }
  /** The last row grows and the reader scrolls in the same frame: the scroll is heard of first. */
  | { readonly type: 'grow-and-scroll'; readonly grow: number; readonly by: number }

const height = fc.integer({ min: 20, max: 300 })
const heights = fc.array(height, { minLength: 1, maxLength: 6 })

const step: fc.Arbitrary<TraceStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('scroll'), by: fc.integer({ min: -900, max: 900 }) }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('append'), heights }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('prepend'), heights }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('resize-row'),
      row: fc.nat(1000),
      by: fc.integer({ min: -120, max: 600 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('resize-view'), to: fc.integer({ min: 200, max: 700 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'jump' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('grow-and-scroll'),
      grow: fc.integer({ min: 1, max: 600 }),
      by: fc.integer({ min: -200, max: 0 }),
    }),
  },
)

/** What may happen in a thread, in any order. */
export const traces = (length: number): fc.Arbitrary<readonly TraceStep[]> =>
  fc.array(step, { minLength: 1, maxLength: length, size: 'max' })

/** Traces that readers of other kits have complained about, and those of ours that a person lives through daily. */
export const knownTraces: Readonly<Record<string, readonly TraceStep[]>> = {
  // github.com/assistant-ui/assistant-ui/issues/5970
  'a burst of growth while following': [
    { type: 'resize-row', row: -1, by: 106 },
    { type: 'resize-row', row: -1, by: 188 },
    { type: 'resize-row', row: -1, by: 600 },
    { type: 'append', heights: [300, 300, 300, 300, 300, 300] },
  ],
  // github.com/ant-design/x/issues/1079
  'fast growth, a little each time': Array.from({ length: 30 }, (_, index) => ({
    type: 'resize-row',
    row: -1,
    by: index % 3 === 0 ? 21 : 42,
  })),
  'a small scroll up in the middle of a stream': [
    { type: 'resize-row', row: -1, by: 42 },
    { type: 'grow-and-scroll', grow: 42, by: -9 },
    { type: 'resize-row', row: -1, by: 63 },
    { type: 'scroll', by: -9 },
    { type: 'resize-row', row: -1, by: 63 },
  ],
  'an answer read from its beginning while it streams': [
    { type: 'append', heights: [40] },
    { type: 'scroll', by: -260 },
    ...Array.from({ length: 10 }, () => ({ type: 'resize-row', row: -1, by: 84 }) as const),
    { type: 'append', heights: [120, 40] },
  ],
  'older pages while reading': [
    { type: 'scroll', by: -900 },
    { type: 'prepend', heights: [200, 40, 21, 300, 64, 90] },
    { type: 'scroll', by: -400 },
    { type: 'prepend', heights: [200, 40, 21, 300, 64, 90] },
  ],
  'images that load above and below': [
    { type: 'scroll', by: -700 },
    { type: 'resize-row', row: 2, by: 240 },
    { type: 'resize-row', row: -1, by: 240 },
    { type: 'resize-row', row: 5, by: 240 },
  ],
  'a keyboard that opens and closes': [
    { type: 'resize-view', to: 260 },
    { type: 'append', heights: [80] },
    { type: 'resize-view', to: 500 },
    { type: 'scroll', by: -600 },
    { type: 'resize-view', to: 260 },
    { type: 'resize-view', to: 500 },
  ],
  'away and back': [
    { type: 'scroll', by: -500 },
    { type: 'append', heights: [60, 60, 60] },
    { type: 'jump' },
    { type: 'append', heights: [60] },
    { type: 'scroll', by: -200 },
    { type: 'scroll', by: 900 },
    { type: 'append', heights: [60] },
  ],
}
