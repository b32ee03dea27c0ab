import '@threadwork/react/diagrams.css'
import '@threadwork/react/highlight.css'
import '@threadwork/react/math.css'
import '@threadwork/react/styles.css'
import { preloadThread } from '@threadwork/react'
import { faultsIn } from './faults.ts'
import { takeFrames } from './frames.ts'
import { createRenderer, warmText, type Draw, type RendererName } from './renderers.tsx'
import { Counter, watch, type Tally } from './tally.ts'

/** How the runner drives the page. */
export interface AttackPage {
  /** Makes the renderer; resolves when nothing more has to load. `isLive`: the page keeps its own frames and functions. */
  prepare(name: RendererName, options?: { readonly isLive?: boolean }): Promise<void>
  /** Draws each text at every prefix, as it would stream in, and then whole. */
  draw(texts: readonly string[]): Promise<void>
  /** Draws one whole text and leaves it there. */
  show(text: string): void
  tally(): Tally
}

declare global {
  interface Window {
    attacks: AttackPage
  }
}

const container = document.createElement('main')
const counter = new Counter()
let draw: Draw | null = null

const drawOne = (text: string, isWhole: boolean): void => {
  counter.begin(text)
  try {
    draw?.(text, isWhole)
    const [fault] = faultsIn(container)
    if (fault !== undefined) counter.add('faults', fault)
  } catch (error) {
    counter.add('crashes', String(error))
  }
}

const crash = (error: unknown): void => counter.add('crashes', String(error))

window.attacks = {
  async prepare(name, { isLive = false } = {}) {
    await preloadThread()
    document.body.append(container)
    if (!isLive) {
      takeFrames()
      watch(counter)
    }
    draw = createRenderer(name, container, { onCaughtError: crash, onUncaughtError: crash })
    if (name === 'extras') drawOne(warmText, true)
  },
  async draw(texts) {
    for (const text of texts) {
      for (let end = 1; end < text.length; end += 1) {
        drawOne(text.slice(0, end), false)
        // An image begins to load in a microtask: without one, what the next prefix removes would never be asked for.
        await Promise.resolve()
      }
      drawOne(text, true)
      await scheduler.yield()
    }
  },
  show: (text) => draw?.(text, true),
  tally: () => counter.tally(),
}
