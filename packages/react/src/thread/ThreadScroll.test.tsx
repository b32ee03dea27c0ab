import type { Item, MessageId, MessageItem } from '@threadwork/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { RenderersProvider } from '../renderers/RenderersProvider.tsx'
import type { ItemRendererProps, Renderers } from '../renderers/renderers.ts'
import '../styles.css'
import { ThreadworkRoot } from '../theme/ThreadworkRoot.tsx'
import { lateVirtualRows } from './late-virtual-rows.ts'
import { knownTraces, traceStep, type TraceStep } from './scroll-trace-samples.ts'
import { Thread } from './Thread.tsx'

const env = import.meta.env as Readonly<Record<string, string | undefined>>
const seed = Number(env['VITE_SEED'] ?? Date.now())
const numRuns = Number(env['VITE_RUNS'] ?? 6)

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

// A row's text is its height in pixels.
const Block = ({ item }: ItemRendererProps<'message'>) => (
  <div data-block={item.key} style={{ blockSize: Number(item.text) }} />
)
const renderers: Renderers = { kinds: { message: Block } }

let keys = 0
const row = (height: number): MessageItem => {
  const key = `r${(keys += 1)}`
  return {
    kind: 'message',
    id: key,
    key,
    runId: null,
    at: null,
    role: 'agent',
    messageId: key as MessageId,
    text: String(height),
    status: 'complete',
    submission: null,
  }
}
const rowsOf = (count: number): MessageItem[] =>
  Array.from({ length: count }, (_, index) => row(30 + ((index * 53) % 160)))

const page = (items: readonly Item[], view: number) => (
  <RenderersProvider value={renderers}>
    <ThreadworkRoot style={{ blockSize: view, inlineSize: 500 }}>
      <Thread items={items} />
    </ThreadworkRoot>
  </RenderersProvider>
)

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))
const settled = async (): Promise<void> => {
  for (let frame = 0; frame < 3; frame += 1) await nextFrame()
}

const openThread = async (count: number) => {
  let items: readonly MessageItem[] = rowsOf(count)
  let view = 500
  const screen = await render(page(items, view))
  const scroller = screen.getByRole('log').element() as HTMLElement
  const edge = (): number => scroller.getBoundingClientRect().top
  const draw = (): Promise<void> => screen.rerender(page(items, view))
  const grow = (at: number, by: number): void => {
    const index = at < 0 ? items.length + at : at % items.length
    items = items.map((item, each) =>
      each === index ? { ...item, text: String(Math.max(10, Number(item.text) + by)) } : item,
    )
  }
  const play = async (step: TraceStep): Promise<void> => {
    switch (step.type) {
      case 'scroll':
        scroller.scrollTop += step.by
        return
      case 'append':
        items = [...items, ...step.heights.map(row)]
        return draw()
      case 'prepend':
        items = [...step.heights.map(row), ...items]
        return draw()
      case 'resize-row':
        grow(step.row, step.by)
        return draw()
      case 'resize-view':
        view = step.to
        return draw()
      case 'jump': {
        const button = screen.container.querySelector<HTMLElement>('.twk-thread__jump')
        button?.click()
        return
      }
      case 'grow-and-scroll':
        grow(-1, step.grow)
        await draw()
        scroller.scrollTop += step.by
    }
  }
  return {
    screen,
    scroller,
    distance: (): number => scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop,
    isVirtual: (): boolean => screen.container.querySelector('[data-virtual]') !== null,
    /** The row at the upper edge of the view, and how far from that it begins. */
    seen(): { readonly key: string; readonly offset: number } | null {
      for (const block of scroller.querySelectorAll<HTMLElement>('[data-block]')) {
        const at = block.getBoundingClientRect()
        if (at.bottom > edge()) return { key: block.dataset['block'] ?? '', offset: at.top - edge() }
      }
      return null
    },
    offsetOf(key: string): number | null {
      const block = scroller.querySelector(`[data-block="${key}"]`)
      return block ? block.getBoundingClientRect().top - edge() : null
    },
    /** Pixels of the view in which no row is drawn. */
    blank(): number {
      const top = edge()
      const bottom = top + scroller.clientHeight
      const rooms = [...scroller.querySelectorAll('.twk-room')].map((room) => room.getBoundingClientRect())
      return rooms.reduce(
        (sum, at) => sum + Math.max(0, Math.min(at.bottom, bottom) - Math.max(at.top, top)),
        0,
      )
    },
    async play(step: TraceStep): Promise<void> {
      await play(step)
      await settled()
    },
  }
}
type OpenThread = Awaited<ReturnType<typeof openThread>>

const moves = (step: TraceStep): boolean => step.type === 'scroll' || step.type === 'jump'

/** Plays a step and says by how many pixels it put what is seen in the wrong place. */
const errorOf = async (thread: OpenThread, step: TraceStep): Promise<number> => {
  const wasAtEnd = thread.distance() <= 1
  const seen = thread.seen()
  await thread.play(step)
  expect(thread.blank()).toBe(0)
  if (moves(step) || (step.type === 'grow-and-scroll' && step.by !== 0)) return 0
  if (wasAtEnd) return thread.distance()
  const offset = seen && thread.offsetOf(seen.key)
  if (offset === null || seen === null) return Number.NaN
  const isAtEdge = thread.scroller.scrollTop === 0 || thread.distance() <= 1
  return isAtEdge ? 0 : Math.abs(offset - seen.offset)
}

const modes = [
  ['plain', 24],
  ['about to become virtual', 197],
  ['virtual', 260],
] as const

describe.each(modes)('a %s thread', (_, count) => {
  test.each(Object.entries(knownTraces))('holds its reader through %s', async (__, trace) => {
    await lateVirtualRows.load()
    const thread = await openThread(count)
    await expect.poll(thread.distance).toBe(0)

    const errors: number[] = []
    for (const step of trace) errors.push(await errorOf(thread, step))

    expect(errors).toEqual(trace.map(() => 0))
  })

  test('holds its reader through drawn traces, to the pixel', async () => {
    await lateVirtualRows.load()
    let steps = 0
    let worst = 0
    await fc.assert(
      fc.asyncProperty(traces(12), async (trace) => {
        const thread = await openThread(count)
        await expect.poll(thread.distance).toBe(0)
        try {
          for (const step of trace) {
            const error = await errorOf(thread, step)
            worst = Math.max(worst, error)
            steps += 1
            expect(error).toBe(0)
          }
        } finally {
          await thread.screen.unmount()
        }
      }),
      { seed, numRuns, endOnFailure: true },
    )
    console.log(`${worst} px at most in ${steps} drawn steps (VITE_SEED=${seed})`)
  })
})
