import '@threadwork/react/styles.css'
import type { Item } from '@threadwork/core'
import { preloadThread } from '@threadwork/react'
import { createElement } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { sampleItem, sampleItems, streamingItem } from './sample-items.ts'
import { Stage, type SubjectName } from './subjects.tsx'

/** What a scroll showed. */
export interface Scrolled {
  readonly frames: number
  /** Frames in which a part of the view held no row when it was painted. */
  readonly blank: number
  /** Milliseconds from one frame to the next, in the order they came. */
  readonly gaps: readonly number[]
}

export interface LongThread {
  /** Loads what is late and makes the items: all that opening does not count. */
  prepare(subject: SubjectName, count: number): Promise<void>
  /** Milliseconds until the last row is painted at the end of the view. */
  open(): Promise<number>
  /** Adds a row and waits until it is painted, so many times. */
  append(times: number): Promise<void>
  /** Lets the last message grow by a word a frame, so many times. */
  stream(times: number): Promise<void>
  /** Scrolls up by so many pixels in each of so many frames. `look`: at what was painted, which costs time. */
  scroll(frames: number, by: number, look: boolean): Promise<Scrolled>
  /** Lets the last message grow each frame, and watches the keys of the composer. */
  startKeys(): void
  /** Ends that: milliseconds from each key to its paint. */
  readKeys(): Promise<readonly number[]>
  elements(): number
}

declare global {
  interface Window {
    longThread: LongThread
  }
}

const host = document.getElementById('root')
if (!host) throw new Error('The page has no #root.')

let root: Root | null = null
let subject: SubjectName = 'thread'
let items: readonly Item[] = []
let streamed = 0
let isStreaming = false
const waits: number[] = []

const draw = (): void => root?.render(createElement(Stage, { subject, items }))

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

// A message that a frame posts to itself is heard after that frame was painted and before the next one begins.
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => resolve(), { once: true })
      port1.start()
      port2.postMessage(null)
    })
  })

const scrollerOf = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('[data-scroller], [role=log]')
  if (!found) throw new Error('The subject has nothing that scrolls.')
  return found
}

/** Where every row has its box, and nothing floats over it. */
const across = 120

const isAtEnd = (): boolean => {
  const scroller = document.querySelector<HTMLElement>('[data-scroller], [role=log]')
  if (!scroller || scroller.scrollHeight === 0) return false
  const end = scroller.getBoundingClientRect().bottom - 60
  const box = document.elementFromPoint(across, end)?.closest('[data-index]')
  return (
    scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop <= 1 &&
    Number(box?.getAttribute('data-index')) >= items.length - 3
  )
}

/** Whether some part of the view is in no row. */
const hasGap = (): boolean => {
  const { top, bottom } = scrollerOf().getBoundingClientRect()
  for (let y = top + 20; y < bottom - 20; y += 20)
    if (!document.elementFromPoint(across, y)?.closest('[data-index]')) return true
  return false
}

const replaceLast = (item: Item): void => {
  items = [...items.slice(0, -1), item]
}

const growLast = (): void => {
  streamed += 1
  replaceLast(streamingItem(items.length - 1, 5 + streamed))
  draw()
}

window.longThread = {
  async prepare(name, count) {
    await preloadThread()
    subject = name
    items = sampleItems(count)
    root = createRoot(host)
  },
  async open() {
    const started = performance.now()
    draw()
    do await painted()
    while (!isAtEnd())
    return performance.now() - started
  },
  async append(times) {
    for (let time = 0; time < times; time += 1) {
      items = [...items, sampleItem(items.length)]
      draw()
      await painted()
    }
  },
  async stream(times) {
    items = [...items, streamingItem(items.length, 5)]
    draw()
    await painted()
    for (let time = 0; time < times; time += 1) {
      growLast()
      await painted()
    }
  },
  async scroll(frames, by, look) {
    const scroller = scrollerOf()
    const gaps: number[] = []
    let blank = 0
    let last = await nextFrame()
    for (let frame = 0; frame < frames; frame += 1) {
      scroller.scrollTop -= by
      if (look) {
        await painted()
        if (hasGap()) blank += 1
      }
      const now = await nextFrame()
      gaps.push(now - last)
      last = now
    }
    return { frames, blank, gaps }
  },
  startKeys() {
    isStreaming = true
    const next = (): void => {
      if (!isStreaming) return
      growLast()
      requestAnimationFrame(next)
    }
    addEventListener('keydown', ({ timeStamp }) => {
      void painted().then(() => waits.push(performance.now() - timeStamp))
    })
    document.querySelector('textarea')?.focus()
    next()
  },
  async readKeys() {
    await painted()
    await painted()
    isStreaming = false
    return waits
  },
  elements: () => document.querySelectorAll('[data-scroller] *, [role=log] *').length,
}
