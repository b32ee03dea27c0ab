/**
 * What the thread owes its reader. `following`: they are at the end, and stay there whatever comes. `reading`: they
 * are elsewhere, and nothing but they themselves moves them.
 */
export interface ScrollState {
  readonly intent: 'following' | 'reading'
  /** Where the view was when it was last looked at, in pixels from the top. */
  readonly top: number
  /** How far the view could be scrolled then. */
  readonly max: number
}

/** A view's position, in pixels: `top` from the start, of `max` that it can be scrolled. */
export interface Position {
  readonly top: number
  readonly max: number
}

export type ScrollInput =
  /** The view has scrolled; nobody says who did it. */
  | ({ readonly type: 'scrolled' } & Position)
  /** The page itself has scrolled the view, to where it stands now. */
  | ({ readonly type: 'placed' } & Position)
  /**
   * The content or the view has another size; `drift`: so many pixels what the reader looks at went down in the view.
   * `isOut`: it became so small that, put back, it would end above the view.
   */
  | ({ readonly type: 'laid-out'; readonly drift: number; readonly isOut: boolean } & Position)
  /** The reader asked for the end, or sent something. */
  | { readonly type: 'jump' }
  /** The page is about to show the reader a row that they asked for. */
  | { readonly type: 'visit' }

export type ScrollEffect =
  | { readonly type: 'to-end' }
  /** Down by so many pixels, so that what the reader looks at stands still. */
  | { readonly type: 'move'; readonly by: number }
  /** Remember what the reader looks at now. */
  | { readonly type: 'take-sight' }

type Step = readonly [ScrollState, readonly ScrollEffect[]]

/** Nearer to the end than this, in pixels, counts as back at the end for a reader who comes down to it. */
const endZone = 48

/** Browsers round positions to whole pixels of the device. */
const still = 1

export const startScroll: ScrollState = { intent: 'following', top: 0, max: 0 }

/** The reader is so far from the end that a way back is offered. */
export const isAway = ({ intent, top, max }: ScrollState): boolean =>
  intent === 'reading' && max - top > endZone

// Content that grows leaves the view where it is; content that shrinks under it takes it along to the new end. What
// differs from that, the reader did: growth alone, however fast, is never taken for scrolling away.
const hasReaderScrolled = (state: ScrollState, { top, max }: Position): boolean =>
  Math.abs(top - Math.min(state.top, max)) > still

const intentOf = (state: ScrollState, { top, max }: Position): ScrollState['intent'] => {
  if (max - top <= still) return 'following'
  // The smallest scroll up is meant: it must not be undone by the next word.
  if (top < state.top) return 'reading'
  return max - top <= endZone ? 'following' : state.intent
}

// Whoever has the end in sight follows it, also when content or keyboard went away and left them there.
const layOut = (
  state: ScrollState,
  { top, max, drift, isOut }: Extract<ScrollInput, { type: 'laid-out' }>,
): Step => {
  const at = { top, max }
  if (state.intent === 'following')
    return [{ ...state, ...at }, max - top < still ? [] : [{ type: 'to-end' }]]
  const to = Math.abs(drift) < still / 2 ? top : top + drift
  const isClamped = to < 0 || to > max
  const effects: readonly ScrollEffect[] = [
    ...(to === top ? [] : [{ type: 'move', by: drift } as const]),
    // At an edge there is nowhere to go: where they are now is where they stay.
    ...(isClamped || isOut ? [{ type: 'take-sight' } as const] : []),
  ]
  return [{ intent: max - to <= still ? 'following' : 'reading', ...at }, effects]
}

/** The one decision about scrolling, for plain and virtual threads: what the input means, and what to do about it. */
export const stepScroll = (state: ScrollState, input: ScrollInput): Step => {
  switch (input.type) {
    case 'scrolled': {
      const { top, max } = input
      if (!hasReaderScrolled(state, input)) return [{ ...state, top, max }, []]
      const intent = intentOf(state, input)
      return [{ intent, top, max }, intent === 'reading' ? [{ type: 'take-sight' }] : []]
    }
    case 'placed':
      return [{ intent: state.intent, top: input.top, max: input.max }, []]
    case 'laid-out':
      return layOut(state, input)
    case 'jump':
      return [{ ...state, intent: 'following' }, [{ type: 'to-end' }]]
    case 'visit':
      return [{ ...state, intent: 'reading' }, []]
  }
}
