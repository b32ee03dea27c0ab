import { createLedger, reduce, type Conversation, type Ledger } from '@threadwork/core'
import { preloadThread } from '@threadwork/react'
import { factsOf } from './feed.ts'

/** What the page shows: a text as markdown, or a conversation. */
export type Scene =
  | { readonly type: 'empty' }
  | { readonly type: 'markdown'; readonly text: string; readonly streaming: boolean }
  | { readonly type: 'conversation'; readonly conversation: Conversation }

export interface Lab {
  /** Draws a text in the place of what was there; resolves when it is painted. */
  render(markdown: string, options?: { readonly streaming?: boolean }): Promise<void>
  /** Feeds wire events into the one conversation of the page; resolves when it is painted. */
  feed(wire: 'headless' | 'signalr', events: readonly unknown[]): Promise<void>
  /** The conversation as it stands: items and phase. */
  state(): Conversation
}

/** The lab's state, for the page to draw. */
export interface LabStore {
  readonly lab: Lab
  getScene(): Scene
  subscribe(listener: () => void): () => void
}

// Two frames: the first draws, the second begins after the drawing was painted.
const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

export const createLab = (): LabStore => {
  const ledger: Ledger = createLedger()
  const listeners = new Set<() => void>()
  let scene: Scene = { type: 'empty' }
  // Markdown and cards come in chunks of their own: without them, less would be painted than there is.
  const ready = preloadThread()
  const show = async (next: Scene): Promise<void> => {
    await ready
    scene = next
    for (const listener of listeners) listener()
    await painted()
  }
  return {
    getScene: () => scene,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    lab: {
      render: (text, { streaming = false } = {}) => show({ type: 'markdown', text, streaming }),
      feed(wire, events) {
        for (const fact of factsOf(wire, events)) ledger.add(fact)
        return show({ type: 'conversation', conversation: reduce(ledger, []) })
      },
      state: () => reduce(ledger, []),
    },
  }
}
