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

/** What a step is made from: numbers that a property test draws. */
export interface DrawnStep {
  /** Below 100: which kind of step. */
  readonly kind: number
  /** Up to 1000. */
  readonly amount: number
  /** Up to 280 each. */
  readonly heights: readonly number[]
}

/** The step of drawn numbers: scrolls and rows that change are the most common. */
export const traceStep = ({ kind, amount, heights }: DrawnStep): TraceStep => {
  const sizes = heights.map((height) => height + 20)
  if (kind < 25) return { type: 'scroll', by: Math.round((amount - 500) * 1.8) }
  if (kind < 44) return { type: 'append', heights: sizes }
  if (kind < 56) return { type: 'prepend', heights: sizes }
  if (kind < 81) return { type: 'resize-row', row: amount, by: (sizes[0] ?? 20) * 2 - 160 }
  if (kind < 87) return { type: 'resize-view', to: 200 + (amount >> 1) }
  if (kind < 93) return { type: 'jump' }
  return { type: 'grow-and-scroll', grow: amount, by: -(amount % 200) }
}

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
